package org.clearancedesk.letter;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The typefaces of the letter, all of them embedded, and what they can print. */
final class LetterFonts {

    private static final String OWN = "/fonts/ttf/OpenSans/OpenSans-";
    private static final String BROAD = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    private final byte[] regular = onClassPath(OWN + "Regular");
    private final byte[] italic = onClassPath(OWN + "Italic");
    private final byte[] bold = onClassPath(OWN + "SemiBold");
    private final byte[] broad = onClassPath(BROAD);
    private final byte[] broadBold = onClassPath(BROAD + "-Bold");
    private final List<byte[]> further;
    private final List<CmapLookup> glyphs = new ArrayList<>();

    /**
     * @param further TrueType files for scripts that the own typeface lacks
     * @throws UncheckedIOException when a file cannot be read or is no TrueType font
     */
    LetterFonts(List<Path> further) {
        this.further = further.stream().map(LetterFonts::read).toList();
        glyphs.add(glyphsOf(regular, "the letter's own typeface"));
        for (int i = 0; i < further.size(); i++) {
            glyphs.add(glyphsOf(this.further.get(i), further.get(i).toString()));
        }
        glyphs.add(glyphsOf(broad, BROAD));
    }

    /**
     * Makes the families known to one rendering; the document's closing frees them.
     *
     * @param page what is going to be printed; the large typeface is read only where the letter's own lacks something
     */
    void addTo(PdfRendererBuilder builder, PDDocument pdf, String page) throws IOException {
        builder.useFont(embedded(regular, pdf), "Letter", 400, FontStyle.NORMAL, true);
        builder.useFont(embedded(italic, pdf), "Letter", 400, FontStyle.ITALIC, true);
        builder.useFont(embedded(bold, pdf), "Letter", 700, FontStyle.NORMAL, true);
        for (int i = 0; i < further.size(); i++) {
            builder.useFont(embedded(further.get(i), pdf), "Further" + i, 400, FontStyle.NORMAL, true);
        }
        if (page.codePoints()
                .anyMatch(character -> character > ' ' && glyphs.get(0).getGlyphId(character) == 0)) {
            builder.useFont(embedded(broad, pdf), "Broad", 400, FontStyle.NORMAL, true);
            builder.useFont(embedded(broadBold, pdf), "Broad", 700, FontStyle.NORMAL, true);
        }
    }

    /** Ligatures are off: a PDF keeps no text for them, so "after" would be found and read aloud as "a er". */
    private static PDFontSupplier embedded(byte[] font, PDDocument pdf) throws IOException {
        TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font));
        parsed.setEnableGsub(false);
        pdf.registerTrueTypeFontForClosing(parsed);
        return new PDFontSupplier(PDType0Font.load(pdf, parsed, true));
    }

    /** The families as a style sheet names them. */
    String families() {
        StringBuilder families = new StringBuilder("'Letter'");
        for (int i = 0; i < further.size(); i++) {
            families.append(", 'Further").append(i).append('\'');
        }
        return families.append(", 'Broad'").toString();
    }

    /** Whether one of the typefaces has the character. */
    boolean have(int character) {
        return glyphs.stream().anyMatch(font -> font.getGlyphId(character) != 0);
    }

    private static CmapLookup glyphsOf(byte[] font, String name) {
        try (TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            return parsed.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "“%s” is not a TrueType font; see clearance-desk.letter.fonts.".formatted(name), e);
        }
    }

    private static byte[] onClassPath(String name) {
        try (InputStream font = LetterFonts.class.getResourceAsStream(name + ".ttf")) {
            if (font == null) {
                throw new IllegalStateException("The letter's typeface is not on the class path: " + name);
            }
            return font.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The font “%s” cannot be read; see clearance-desk.letter.fonts.".formatted(file), e);
        }
    }
}
