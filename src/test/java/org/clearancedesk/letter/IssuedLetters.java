package org.clearancedesk.letter;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.signature.TrialSeal;

/** Letters as the desk issues them, outside of a running desk. */
final class IssuedLetters {

    private IssuedLetters() {}

    static IssuedLetter issue(Letter letter) {
        return by(
                        new PdfLetterRenderer(
                                new PdfRenderer(new LetterFonts(List.of())), PrintedLetter.DESK, (user, time) -> user),
                        IssuedLetterTest.SIGNATURE)
                .issue(letter);
    }

    static Letters by(LetterRenderer renderer, TrialSeal signature) {
        return new Letters(
                renderer,
                signature.texts(),
                signature.pdfs(),
                new CanonicalJson(JsonMapper.builder()
                        .findAndAddModules()
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .build()),
                PrintedLetter.DESK);
    }
}
