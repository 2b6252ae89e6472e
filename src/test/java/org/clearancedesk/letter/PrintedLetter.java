package org.clearancedesk.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/** A letter rendered as it goes out, and read back from the PDF. */
final class PrintedLetter implements AutoCloseable {

    final byte[] bytes;
    final PDDocument pdf;

    private PrintedLetter(byte[] bytes) throws IOException {
        this.bytes = bytes;
        this.pdf = Loader.loadPDF(bytes);
    }

    static PrintedLetter of(Letter letter) {
        return of(letter, null, List.of());
    }

    static PrintedLetter of(Letter letter, @Nullable String signedBy, List<Path> fonts) {
        try {
            return new PrintedLetter(new PdfLetterRenderer(
                            new LetterFonts(fonts), number -> "https://desk.example/verify/" + number, user -> user)
                    .render(letter, signedBy));
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
