package org.clearancedesk.letter;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Fills a template of {@code letter/} and lays it out for archives. Nothing outside the class path is ever loaded. */
public final class PdfRenderer {

    /** What is done to the pages before they are written. */
    public interface Finish {

        void on(PDDocument pdf) throws IOException;
    }

    private final LetterFonts fonts;
    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    PdfRenderer(LetterFonts fonts) {
        this.fonts = fonts;
        XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("letter/");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    /**
     * @param text what the template prints
     * @param name how the document is called when it cannot be laid out
     */
    public byte[] lay(String template, Object text, String name, Finish finish) {
        String page = page(template, text);
        try (PDDocument pdf = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            lay(page, pdf);
            finish.on(pdf);
            pdf.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be laid out.".formatted(name), e);
        }
    }

    /** The document as HTML. */
    String page(String template, Object text) {
        return PrintableText.inMarkup(templates.process(
                template, new Context(Locale.ENGLISH, Map.of("text", text, "families", fonts.families()))));
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
        // Text by text and after the markup was read, so that no character can become a part of it.
        builder.addDOMMutator(document -> print(document.getDocumentElement()));
        ArchivalPdf.prepare(builder);
        fonts.addTo(builder, pdf, page);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            renderer.createPDFWithoutClosing();
        }
    }

    private void print(Node node) {
        node.normalize();
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            attribute.setNodeValue(PrintableText.of(attribute.getNodeValue(), fonts::have));
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text) {
                text.setData(PrintableText.of(text.getData(), fonts::have));
            } else {
                print(child);
            }
        }
    }
}
