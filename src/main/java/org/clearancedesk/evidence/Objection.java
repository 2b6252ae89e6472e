package org.clearancedesk.evidence;

/** Why a file is not taken: the rest of a sentence that begins with its name, and what to do about it. */
final class Objection extends Exception {

    Objection(String sentence) {
        super(sentence);
    }

    /** Whatever the name says, the bytes are none of its kind. */
    static Objection otherKind() {
        return new Objection("does not hold what its name says, or only a part of it. Please save it again.");
    }

    static Objection tooManyPixels(long pixels) {
        return new Objection("claims to be a picture of %,d megapixels. Please hand in a smaller copy."
                .formatted(pixels / 1_000_000));
    }
}
