package org.clearancedesk.evidence.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF that anybody can open: one that is locked proves nothing to whoever has to judge it. */
final class PdfFile {

    private static final Pattern START = Pattern.compile("(?s)(\u00ef\u00bb\u00bf)?\\s*%PDF-.*");
    private static final String GAP = "(?:[\\s\\x00]|%[^\\r\\n]{0,200}[\\r\\n]){0,50}+";
    private static final Pattern ROOT = Pattern.compile("/Root" + GAP + "\\d{1,9}" + GAP + "\\d{1,5}" + GAP + "R");

    /** Letters of a name may be written as numbers. */
    private static final String LOCK =
            "/(?:E|#45)(?:n|#6[eE])(?:c|#63)(?:r|#72)(?:y|#79)(?:p|#70)(?:t|#74)(?![A-Za-z0-9#_.+-])" + GAP;

    private static final Pattern LOCKED = Pattern.compile(LOCK);
    private static final Pattern ELSEWHERE =
            Pattern.compile(LOCK + "(\\d{1,9})" + GAP + "(\\d{1,5})" + GAP + "R(?![A-Za-z])");
    private static final Pattern ON_THE_SPOT = Pattern.compile(LOCK + "(?=<<)");

    private static final int BEGINNING = 64;
    private static final int WINDOW = 1024 * 1024;
    private static final int OVERLAP = 4 * 1024;
    private static final int LONGEST_LOCK = 8 * 1024;
    private static final int MOST_LOCKS = 10;

    private PdfFile() {}

    static void look(TemporaryFile content) throws IOException, RejectedFile {
        if (!START.matcher(new String(content.head(BEGINNING), StandardCharsets.ISO_8859_1))
                .matches()) {
            throw RejectedFile.otherKind();
        }
        try (FileChannel file = FileChannel.open(content.path())) {
            // Nothing of it is unpacked: what it begins with, what locks it and its identifier stand in it in plain.
            if (lastPlaces(file, ROOT, 1).isEmpty()) {
                throw RejectedFile.otherKind();
            }
            for (long lock : lastPlaces(file, LOCKED, MOST_LOCKS)) {
                requireOpen(file, lock);
            }
        }
    }

    private static void requireOpen(FileChannel file, long at) throws IOException, RejectedFile {
        String around = read(file, Math.max(0, at - LONGEST_LOCK), 2 * LONGEST_LOCK);
        String lock = read(file, at, LONGEST_LOCK);
        Matcher elsewhere = ELSEWHERE.matcher(lock);
        Matcher onTheSpot = ON_THE_SPOT.matcher(lock);
        if (onTheSpot.lookingAt()) {
            requireOpen(lock.substring(onTheSpot.end()), around);
        } else if (elsewhere.lookingAt()) {
            String object = "(?<!\\d)%s\\s+%s\\s+obj\\b".formatted(elsewhere.group(1), elsewhere.group(2));
            for (long place : lastPlaces(file, Pattern.compile(object), 1)) {
                String there = read(file, place, LONGEST_LOCK);
                int end = there.indexOf("endobj");
                if (end >= 0) {
                    requireOpen(there.substring(there.indexOf("obj") + 3, end), around);
                }
            }
        }
    }

    /** Puts together a document that has nothing but the same lock, and tries it without a password. */
    private static void requireOpen(String lock, String trailer) throws RejectedFile {
        Matcher id = Pattern.compile("(?s)/ID\\s*\\[.*?[>)]\\s*\\]").matcher(trailer);
        ByteArrayOutputStream only = new ByteArrayOutputStream();
        only.writeBytes(
                latin(
                        """
                %PDF-1.7
                1 0 obj
                <</Type/Catalog/Pages 2 0 R>>
                endobj
                2 0 obj
                <</Type/Pages/Kids[]/Count 0>>
                endobj
                """));
        int lockAt = only.size();
        only.writeBytes(latin("3 0 obj " + lock + "\nendobj\n"));
        int table = only.size();
        only.writeBytes(latin("xref\n0 4\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \n"
                .formatted(9, 54, lockAt)));
        only.writeBytes(latin("trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(id.find() ? id.group() : "", table)));
        try {
            // When it opens, only changes are locked.
            Loader.loadPDF(only.toByteArray()).close();
        } catch (InvalidPasswordException locked) {
            throw new RejectedFile(
                    "is locked with a password, so nobody could read it. Please save it without a password.");
        } catch (IOException | RuntimeException unusual) {
            throw new RejectedFile("is locked in an unusual way. Please save it without a password.");
        }
    }

    /** Where a pattern stands last: what was added to a document later is what counts. */
    private static Deque<Long> lastPlaces(FileChannel file, Pattern wanted, int most) throws IOException {
        Deque<Long> places = new ArrayDeque<>();
        for (long from = 0; from < file.size(); from += WINDOW) {
            Matcher found = wanted.matcher(read(file, from, WINDOW + OVERLAP));
            while (found.find() && found.start() < WINDOW) {
                places.add(from + found.start());
                if (places.size() > most) {
                    places.remove();
                }
            }
        }
        return places;
    }

    private static String read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = TemporaryFile.read(file, from, length);
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
