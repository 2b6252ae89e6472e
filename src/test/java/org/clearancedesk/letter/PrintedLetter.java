package org.clearancedesk.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** A letter rendered as it goes out, and read back from the PDF. */
final class PrintedLetter implements AutoCloseable {

    static final LetterProperties DESK =
            new LetterProperties(URI.create("https://desk.example"), new LetterProperties.Typography(List.of()));

    final byte[] bytes;
    final PDDocument pdf;

    private PrintedLetter(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.pdf = Loader.loadPDF(bytes);
    }

    static PrintedLetter of(Letter letter) {
        return of(letter, "Studio Clearance", List.of());
    }

    static PrintedLetter of(Letter letter, String signedBy, List<Path> fonts) {
        return read(new PdfLetterRenderer(new PdfRenderer(new LetterFonts(fonts)), DESK, (user, time) -> user)
                .render(letter, signedBy, "the.twin.signed"));
    }

    static PrintedLetter read(byte[] pdf) {
        try {
            return new PrintedLetter(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of all pages, with every run of white space as one blank. */
    String text() {
        return textOf(1, pdf.getNumberOfPages());
    }

    String textOf(int firstPage, int lastPage) {
        try {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setStartPage(firstPage);
            stripper.setEndPage(lastPage);
            stripper.setSortByPosition(true);
            return stripper.getText(pdf).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
