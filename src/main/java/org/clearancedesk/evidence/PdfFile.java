package org.clearancedesk.evidence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF that anybody can open: one that is locked proves nothing to whoever has to judge it. */
final class PdfFile {

    private static final Pattern START = Pattern.compile("(?s)(\u00ef\u00bb\u00bf)?\\s*%PDF-.*");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt\\s+(\\d{1,9})\\s+(\\d{1,5})\\s+R");
    private static final int BEGINNING = 64;
    private static final int WINDOW = 1024 * 1024;
    private static final int LONGEST_LOCK = 8 * 1024;

    private PdfFile() {}

    static void look(TemporaryFile content) throws IOException, Objection {
        if (!START.matcher(new String(content.head(BEGINNING), StandardCharsets.ISO_8859_1))
                .matches()) {
            throw Objection.otherKind();
        }
        try (FileChannel file = FileChannel.open(content.path())) {
            // Nothing of it is unpacked: what locks a document and its identifier stand in it in plain.
            String trailer = find(file, ENCRYPTED, LONGEST_LOCK, LONGEST_LOCK);
            Matcher lock = ENCRYPTED.matcher(trailer);
            if (lock.find()) {
                String object = lock.group(1) + " " + lock.group(2) + " obj";
                requireOpen(object, find(file, Pattern.compile("(?<!\\d)" + object + "\\b"), 0, LONGEST_LOCK), trailer);
            }
        }
    }

    /** Puts together a document that has nothing but the same lock, and tries it without a password. */
    private static void requireOpen(String object, String lock, String trailer) throws IOException, Objection {
        int end = lock.indexOf("endobj");
        Matcher id = Pattern.compile("(?s)/ID\\s*\\[.*?[>)]\\s*\\]").matcher(trailer);
        if (end < 0) {
            return;
        }
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
        only.writeBytes(latin("3 0 obj" + lock.substring(object.length(), end) + "endobj\n"));
        int table = only.size();
        only.writeBytes(latin("xref\n0 4\n0000000000 65535 f \n%010d 00000 n \n%010d 00000 n \n%010d 00000 n \n"
                .formatted(9, 54, lockAt)));
        only.writeBytes(latin("trailer\n<</Size 4/Root 1 0 R/Encrypt 3 0 R%s>>\nstartxref\n%d\n%%%%EOF\n"
                .formatted(id.find() ? id.group() : "", table)));
        try {
            // When it opens, only changes are locked.
            Loader.loadPDF(only.toByteArray()).close();
        } catch (InvalidPasswordException locked) {
            throw new Objection(
                    "is locked with a password, so nobody could read it. Please save it without a password.");
        } catch (IOException | RuntimeException unusual) {
            throw new Objection("is locked in an unusual way. Please save it without a password.");
        }
    }

    /** The last place where a pattern stands, with so many bytes before and from it on; empty when it stands nowhere. */
    private static String find(FileChannel file, Pattern wanted, int before, int on) throws IOException {
        for (long from = Math.max(0, file.size() - WINDOW); ; from = Math.max(0, from - WINDOW + 100)) {
            Matcher found = wanted.matcher(latin(TemporaryFile.read(file, from, WINDOW)));
            long at = -1;
            while (found.find()) {
                at = from + found.start();
            }
            if (at >= 0) {
                long start = Math.max(0, at - before);
                return latin(TemporaryFile.read(file, start, (int) (at - start) + on));
            }
            if (from == 0) {
                return "";
            }
        }
    }

    private static String latin(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
