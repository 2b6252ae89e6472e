package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Texts and mails: in Unicode or as Windows used to write them, whatever they begin with, as long as nothing runs. */
final class TextFile {

    /** Beside tabs and line breaks: what older programs write, and how Japanese and Korean mails change their alphabet. */
    private static final String ALLOWED = "\t\n\r\f\u000B\b\u000E\u000F\u001A\u001B";

    private static final int BEGINNING = 64 * 1024;

    /** What other kinds of files begin with that are written in letters, too. */
    private static final Pattern OTHER_KIND = Pattern.compile("(?s)(%PDF-|%!PS|\\{\\\\rtf|MSCF|fLaC).*");

    /** A script names the program that runs it, as a prompt or a note does not. */
    private static final Pattern SCRIPT =
            Pattern.compile("(?s)#![^\\n]*(/s?bin/|\\b(bash|sh|zsh|python[0-9.]*|perl|ruby|node|php|osascript)\\b).*");

    private static final Pattern PAGE = Pattern.compile("(?s)<(!doctype|html|head|body|svg|\\?xml|\\?php).*");
    private static final Pattern ACTIVE =
            Pattern.compile("(?s).*(<\\s*(script|iframe|object|embed|meta)\\b|\\bon[a-z]+\\s*=|javascript:|<\\?php).*");

    /** A field of a mail's head, or the lines that a mailbox puts before it: its length, and whom it came from. */
    private static final Pattern MAIL =
            Pattern.compile("(?s)(\\d{1,10}\\s*\\n)?(>{0,3}From [^\\n]+\\n){0,3}[!-9;-~]+:.*");

    private TextFile() {}

    static void text(TemporaryFile file) throws IOException, RejectedFile {
        beginningOf(file);
    }

    static void mail(TemporaryFile file) throws IOException, RejectedFile {
        if (!MAIL.matcher(beginningOf(file)).matches()) {
            throw new RejectedFile("does not begin like a mail. Please save it as .txt, or save the mail again.");
        }
    }

    private static String beginningOf(TemporaryFile file) throws IOException, RejectedFile {
        byte[] head = file.head(BEGINNING);
        for (Charset charset : charsetsOf(head)) {
            try {
                return requireHarmless(read(file, charset));
            } catch (CharacterCodingException otherwise) {
                // The next is tried.
            }
        }
        throw new RejectedFile("is not a text. Please save it as plain text in UTF-8.");
    }

    private static List<Charset> charsetsOf(byte[] head) {
        int mark = head.length < 2 ? 0 : ((head[0] & 0xff) << 8) | (head[1] & 0xff);
        if (mark == 0xfffe || mark == 0xfeff) {
            return List.of(StandardCharsets.UTF_16);
        }
        int[] zeros = new int[2];
        for (int i = 0; i < head.length; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        // Of the two bytes of a letter or a line break one is zero, and it says in which order they stand.
        return zeros[0] + zeros[1] > 0
                ? List.of(zeros[1] > zeros[0] ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE)
                : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.ISO_8859_1);
    }

    /** Reads all of it, so that a text is one to its end, and keeps the beginning. */
    private static String read(TemporaryFile file, Charset charset) throws IOException, RejectedFile {
        StringBuilder beginning = new StringBuilder();
        try (Reader text = new InputStreamReader(
                file.stream(),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            char[] some = new char[8192];
            for (int length = text.read(some); length >= 0; length = text.read(some)) {
                for (int i = 0; i < length; i++) {
                    if (some[i] < ' ' && ALLOWED.indexOf(some[i]) < 0) {
                        throw new RejectedFile("is not a text, though its name says so. Please save it as plain text.");
                    }
                }
                beginning.append(some, 0, Math.min(length, BEGINNING - beginning.length()));
            }
        }
        return beginning.toString();
    }

    private static String requireHarmless(String beginning) throws RejectedFile {
        String start = beginning.startsWith("\ufeff") ? beginning.substring(1) : beginning;
        String stripped = start.stripLeading();
        if (OTHER_KIND.matcher(stripped).matches()) {
            throw RejectedFile.otherKind();
        }
        if (SCRIPT.matcher(stripped).matches()) {
            throw new RejectedFile("is a script that runs. Please hand in a text that says what it does.");
        }
        String plain = stripped.toLowerCase(Locale.ROOT);
        if (PAGE.matcher(plain).matches() && ACTIVE.matcher(plain).matches()) {
            throw new RejectedFile("is a page that runs programs. Please print it as PDF.");
        }
        return start;
    }
}
