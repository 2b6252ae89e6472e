package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Files that say of each of their chunks what it is and how long: WAV, AIFF and WebP. */
final class ChunkedFile {

    private static final int MOST_CHUNKS = 100_000;
    private static final int HEADER = 12;

    private final FileChannel file;
    private final ByteOrder order;

    private ChunkedFile(FileChannel file, ByteOrder order) {
        this.file = file;
        this.order = order;
    }

    static void wave(TemporaryFile content) throws IOException, RejectedFile {
        // The other two are for sound that goes on for hours.
        look(
                content,
                ByteOrder.LITTLE_ENDIAN,
                Set.of("RIFF", "RF64", "BW64"),
                Set.of("WAVE"),
                Map.of("fmt ", 14, "data", 1),
                2);
    }

    static void aiff(TemporaryFile content) throws IOException, RejectedFile {
        look(content, ByteOrder.BIG_ENDIAN, Set.of("FORM"), Set.of("AIFF", "AIFC"), Map.of("COMM", 18, "SSND", 9), 2);
    }

    static void webp(TemporaryFile content) throws IOException, RejectedFile {
        look(
                content,
                ByteOrder.LITTLE_ENDIAN,
                Set.of("RIFF"),
                Set.of("WEBP"),
                Map.of("VP8 ", 10, "VP8L", 5, "ANMF", 24),
                1);
    }

    /**
     * @param bodies how long the chunks that show or sound are at the least
     * @param needed how many of them there have to be
     */
    private static void look(
            TemporaryFile content,
            ByteOrder order,
            Set<String> starts,
            Set<String> forms,
            Map<String, Integer> bodies,
            int needed)
            throws IOException, RejectedFile {
        try (FileChannel file = FileChannel.open(content.path())) {
            ByteBuffer head = TemporaryFile.read(file, 0, HEADER);
            if (head.limit() < HEADER || !starts.contains(name(head, 0)) || !forms.contains(name(head, 8))) {
                throw RejectedFile.otherKind();
            }
            // Sound that was sent while it was recorded does not say how long it is; a picture always does.
            long length = head.order(order).getInt(4) & 0xffffffffL;
            long end = forms.contains("WEBP") ? Math.min(file.size(), 8 + length) : file.size();
            if (forms.contains("WEBP") && 8 + length > file.size() + 1) {
                throw RejectedFile.otherKind();
            }
            if (new ChunkedFile(file, order).readChunks(bodies, end) < needed) {
                throw RejectedFile.otherKind();
            }
        }
    }

    private int readChunks(Map<String, Integer> bodies, long end) throws IOException, RejectedFile {
        Set<String> found = new HashSet<>();
        int chunks = 0;
        for (long at = HEADER; at + 8 <= end; chunks++) {
            ByteBuffer chunk = TemporaryFile.read(file, at, 24).order(order);
            String name = name(chunk, 0);
            readSize(name, chunk);
            long length = chunk.getInt(4) & 0xffffffffL;
            int least = bodies.getOrDefault(name, Integer.MAX_VALUE);
            if (length >= least && end - at - 8 >= least) {
                found.add(name);
            }
            at += 8 + length + length % 2;
            if (chunks > MOST_CHUNKS) {
                throw RejectedFile.otherKind();
            }
        }
        return found.size();
    }

    private static void readSize(String name, ByteBuffer chunk) throws RejectedFile {
        if (name.equals("VP8X") && chunk.limit() >= 18) {
            Picture.requireReasonable(1 + three(chunk, 12), 1 + three(chunk, 15));
        } else if (name.equals("ANMF") && chunk.limit() >= 20) {
            Picture.requireReasonable(1 + three(chunk, 14), 1 + three(chunk, 17));
        }
    }

    private static int three(ByteBuffer bytes, int at) {
        return (bytes.get(at) & 0xff) | ((bytes.get(at + 1) & 0xff) << 8) | ((bytes.get(at + 2) & 0xff) << 16);
    }

    private static String name(ByteBuffer bytes, int at) {
        byte[] name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
