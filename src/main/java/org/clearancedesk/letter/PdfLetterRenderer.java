package org.clearancedesk.letter;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills {@code letter/approval.html} and lays it out. Nothing outside the class path is ever loaded. */
final class PdfLetterRenderer implements LetterRenderer {

    private final LetterFonts fonts;
    private final Function<LetterNumber, String> verification;
    private final People people;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    /** @param verification the address at which a letter is checked */
    PdfLetterRenderer(LetterFonts fonts, Function<LetterNumber, String> verification, People people) {
        this.fonts = fonts;
        this.verification = verification;
        this.people = people;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("letter/");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    @Override
    public byte[] render(Letter letter, @Nullable String signedBy) {
        String page = fonts.printable(templates.process(
                "approval.html",
                new Context(
                        Locale.ENGLISH,
                        Map.of(
                                "text",
                                new LetterText(letter, people, verification.apply(letter.number()), signedBy),
                                "families",
                                fonts.families()))));
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            lay(page, pdf);
            describe(pdf, letter);
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter %s cannot be laid out.".formatted(letter.number()), e);
        }
    }

    private void lay(String page, PDDocument pdf) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder()
                .usePDDocument(pdf)
                .withHtmlContent(page, null)
                .useUriResolver((base, uri) -> null)
                .withProducer("GenAI clearance desk");
        fonts.addTo(builder, pdf);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    /** Dates and identity come from the letter and not from the moment, so that a repeated rendering is the same file. */
    private static void describe(PDDocument pdf, Letter letter) {
        Calendar issued = GregorianCalendar.from(letter.issuedOn().atStartOfDay(ZoneOffset.UTC));
        issued.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        pdf.getDocumentInformation().setCreationDate(issued);
        pdf.getDocumentInformation().setModificationDate(issued);
        pdf.getDocumentCatalog().setLanguage("en");
        pdf.setDocumentId(Long.parseLong(letter.recordDigest().substring(0, 15), 16));
    }
}
