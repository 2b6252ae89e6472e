package org.clearancedesk.evidence.file;

/** Why a file is not taken: the rest of a sentence that begins with its name, and what to do about it. */
final class RejectedFile extends Exception {

    RejectedFile(String sentence) {
        super(sentence);
    }

    /** Whatever the name says, the bytes are none of its kind. */
    static RejectedFile otherKind() {
        return new RejectedFile("does not hold what its name says, or only a part of it. Please save it again.");
    }

    static RejectedFile tooManyPixels(long pixels) {
        return new RejectedFile("claims to be a picture of %,d megapixels. Please hand in a smaller copy."
                .formatted(pixels / 1_000_000));
    }
}
