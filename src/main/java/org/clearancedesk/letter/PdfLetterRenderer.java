package org.clearancedesk.letter;

import java.nio.charset.StandardCharsets;

/** Lays a letter out by {@code letter/approval.html}. */
final class PdfLetterRenderer implements LetterRenderer {

    static final String TEMPLATE = "approval.html";

    private final PdfRenderer pdfRenderer;
    private final LetterProperties properties;
    private final DisplayNames displayNames;

    PdfLetterRenderer(PdfRenderer pdfRenderer, LetterProperties properties, DisplayNames displayNames) {
        this.pdfRenderer = pdfRenderer;
        this.properties = properties;
        this.displayNames = displayNames;
    }

    @Override
    public byte[] render(Letter letter, String signedBy, String twin) {
        LetterText text = new LetterText(letter, displayNames, properties.shortLinkTo(letter.number()), signedBy);
        return pdfRenderer.lay(TEMPLATE, text, "The letter " + letter.number(), pdf -> {
            ArchivalPdf.describe(pdf, letter.issuedOn(), letter.recordDigest());
            ArchivalPdf.embed(
                    pdf,
                    letter.issuedOn(),
                    letter.number() + ".jws",
                    "application/jose",
                    twin.getBytes(StandardCharsets.US_ASCII));
        });
    }
}
