package org.clearancedesk.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.clearancedesk.signature.BareSignature;
import org.springframework.context.ApplicationContext;

/** A letter's page laid out and signed by the libraries alone: nothing is composed, told to programs or kept. */
public final class BareLetter {

    private final WrittenApprovals approvals;
    private final PdfRenderer renderer;
    private final LetterProperties properties;
    private final DisplayNames people;
    private final BareSignature signature;

    /** Takes pages and key from a desk. */
    public BareLetter(ApplicationContext desk) {
        this.approvals = desk.getBean(WrittenApprovals.class);
        this.renderer = desk.getBean(PdfRenderer.class);
        this.properties = desk.getBean(LetterProperties.class);
        this.people = desk.getBean(DisplayNames.class);
        this.signature = new BareSignature(desk);
    }

    /** The page that a case's letter is going to be, as HTML. */
    public String pageOf(String caseNumber) {
        Letter letter = approvals.compose(caseNumber);
        String address = properties.shortLinkTo(letter.number());
        return renderer.page(
                PdfLetterRenderer.TEMPLATE, new LetterText(letter, people, address, "GenAI clearance desk (trial)"));
    }

    public byte[] make(String page) {
        DefaultObjectDrawerFactory drawings = new DefaultObjectDrawerFactory();
        drawings.registerDrawer(QrCode.TYPE, new QrCode());
        PdfRendererBuilder builder =
                new PdfRendererBuilder().withHtmlContent(page, null).useObjectDrawerFactory(drawings);
        font(builder, "Regular", 400, FontStyle.NORMAL);
        font(builder, "Italic", 400, FontStyle.ITALIC);
        font(builder, "SemiBold", 700, FontStyle.NORMAL);
        ArchivalPdf.prepare(builder);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try {
            builder.toStream(pdf).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signature.sign(pdf.toByteArray());
    }

    private static void font(PdfRendererBuilder builder, String style, int weight, FontStyle slant) {
        builder.useFont(
                () -> BareLetter.class.getResourceAsStream("/fonts/ttf/OpenSans/OpenSans-" + style + ".ttf"),
                "Letter",
                weight,
                slant,
                true);
    }
}
