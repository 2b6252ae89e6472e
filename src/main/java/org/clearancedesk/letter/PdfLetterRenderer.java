package org.clearancedesk.letter;

import java.nio.charset.StandardCharsets;

/** Lays a letter out by {@code letter/approval.html}. */
final class PdfLetterRenderer implements LetterRenderer {

    private static final String TEMPLATE = "approval.html";

    private final Typesetter typesetter;
    private final LetterProperties properties;
    private final People people;

    PdfLetterRenderer(Typesetter typesetter, LetterProperties properties, People people) {
        this.typesetter = typesetter;
        this.properties = properties;
        this.people = people;
    }

    @Override
    public byte[] render(Letter letter, String signedBy, String twin) {
        return typesetter.lay(TEMPLATE, text(letter, signedBy), "The letter " + letter.number(), pdf -> {
            ArchivalPdf.describe(pdf, letter.issuedOn(), letter.recordDigest());
            ArchivalPdf.embed(
                    pdf,
                    letter.issuedOn(),
                    letter.number() + ".jws",
                    "application/jose",
                    twin.getBytes(StandardCharsets.US_ASCII));
        });
    }

    /** The letter as HTML. */
    String page(Letter letter, String signedBy) {
        return typesetter.page(TEMPLATE, text(letter, signedBy));
    }

    private LetterText text(Letter letter, String signedBy) {
        return new LetterText(letter, people, properties.shortLinkTo(letter.number()), signedBy);
    }
}
