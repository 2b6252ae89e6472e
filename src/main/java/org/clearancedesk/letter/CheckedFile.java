package org.clearancedesk.letter;

/** What a file turned out to be that somebody holds for a letter. */
public enum CheckedFile {
    GENUINE("This file is exactly the letter that was issued, and its signature holds."),
    GENUINE_WITHOUT_SIGNATURE(
            "This file is exactly the letter that was issued. It bears no signature, as letters of its time did not."),
    SIGNATURE_DOES_NOT_HOLD(
            "This file has the digest on record, but no signature of the desk holds for it. Please do not rely on it, and tell the clearance desk."),
    ADDED_TO(
            "Something was added to this file after the letter was issued. Please do not rely on it, and ask for the letter as it was issued."),
    ANOTHER_LETTER(
            "This file is a letter of the desk, but another one than you asked about. Check it under its own number."),
    DIFFERENT(
            "This file is not the letter as it was issued: at least one byte differs. Please do not rely on it; saving or printing a letter anew changes it too."),
    NO_PDF("This file is no PDF. Please choose the letter as it was sent to you."),
    TOO_LARGE("This file is larger than any letter. Please choose the letter as it was sent to you."),
    NOTHING("No file was chosen. Please choose the letter as it was sent to you."),
    NO_SUCH_LETTER("The desk has issued no letter under this number, so this file is none.");

    private final String sentence;

    CheckedFile(String sentence) {
        this.sentence = sentence;
    }

    /** For whoever holds the file. */
    public String sentence() {
        return sentence;
    }

    public boolean isGenuine() {
        return this == GENUINE || this == GENUINE_WITHOUT_SIGNATURE;
    }
}
