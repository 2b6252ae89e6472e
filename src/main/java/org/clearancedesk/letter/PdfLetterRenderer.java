package org.clearancedesk.letter;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills {@code letter/approval.html} and lays it out. Nothing outside the class path is ever loaded. */
final class PdfLetterRenderer implements LetterRenderer {

    private final LetterFonts fonts;
    private final LetterProperties properties;
    private final People people;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PdfLetterRenderer(LetterFonts fonts, LetterProperties properties, People people) {
        this.fonts = fonts;
        this.properties = properties;
        this.people = people;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("letter/");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    @Override
    public byte[] render(Letter letter, String signedBy, String twin) {
        String page = fonts.printable(templates.process(
                "approval.html",
                new Context(
                        Locale.ENGLISH,
                        Map.of(
                                "text",
                                new LetterText(letter, people, properties.shortLinkTo(letter.number()), signedBy),
                                "families",
                                fonts.families()))));
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            lay(page, pdf);
            ArchivalPdf.describe(pdf, letter.issuedOn(), letter.recordDigest());
            ArchivalPdf.embed(
                    pdf,
                    letter.issuedOn(),
                    letter.number() + ".jws",
                    "application/jose",
                    twin.getBytes(StandardCharsets.US_ASCII));
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter %s cannot be laid out.".formatted(letter.number()), e);
        }
    }

    private void lay(String page, PDDocument pdf) throws IOException {
        DefaultObjectDrawerFactory drawings = new DefaultObjectDrawerFactory();
        drawings.registerDrawer(QrCode.TYPE, new QrCode());
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .withHtmlContent(page, null)
                .useUriResolver((base, uri) -> null)
                .withProducer("GenAI clearance desk");
        builder.useObjectDrawerFactory(drawings);
        ArchivalPdf.prepare(builder);
        fonts.addTo(builder, pdf);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }
}
