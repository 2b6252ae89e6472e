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
    private static final long UNKNOWN = 0xffffffffL;

    /** Chunks of chunks, and where the first one lies in them. */
    private static final Map<String, Integer> CONTAINERS = Map.of("LIST", 4, "ANMF", 16);

    private final FileChannel file;
    private final ByteOrder order;

    /** Sound that was sent while it was recorded does not say how long it is; a picture always does. */
    private long end = Long.MAX_VALUE;

    private long longData;
    private int chunks;

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
            long length = head.order(order).getInt(4) & UNKNOWN;
            boolean isPicture = forms.contains("WEBP");
            if (isPicture && 8 + length > file.size() + 1) {
                throw RejectedFile.otherKind();
            }
            ChunkedFile chunked = new ChunkedFile(file, order);
            if (isPicture || (length != 0 && length != UNKNOWN)) {
                chunked.end = 8 + length;
            }
            if (chunked.readChunks(bodies) < needed) {
                throw RejectedFile.otherKind();
            }
        }
    }

    private int readChunks(Map<String, Integer> bodies) throws IOException, RejectedFile {
        Set<String> found = new HashSet<>();
        long at = HEADER;
        for (; at < end && at + 8 <= file.size(); ) {
            ByteBuffer chunk = TemporaryFile.read(file, at, 24).order(order);
            String name = name(chunk, 0);
            if (!name.chars().allMatch(letter -> letter >= ' ' && letter <= '~')) {
                break;
            }
            readSize(name, chunk);
            long length = lengthOf(name, chunk);
            int least = bodies.getOrDefault(name, Integer.MAX_VALUE);
            if (length >= least && file.size() - at - 8 >= least) {
                found.add(name);
            }
            readContent(name, at + 8, Math.min(file.size(), at + 8 + length));
            at = behind(at + 8, length);
            requireFew();
        }
        CarriedFile.requireNothingFrom(file, at);
        return found.size();
    }

    /** What is longer than a chunk can tell is told in a chunk of its own. */
    private long lengthOf(String name, ByteBuffer chunk) throws IOException {
        long length = chunk.getInt(4) & UNKNOWN;
        if (name.equals("ds64") && chunk.limit() == 24) {
            end = chunk.getLong(8) > 0 ? 8 + chunk.getLong(8) : end;
            longData = chunk.getLong(16);
        }
        return length == UNKNOWN && name.equals("data") && longData > 0 ? Math.min(longData, file.size()) : length;
    }

    private void readContent(String name, long from, long to) throws IOException, RejectedFile {
        CarriedFile.requireNone(file, from, to);
        int inner = CONTAINERS.getOrDefault(name, 0);
        for (long at = from + inner; inner > 0 && at + 8 <= to; ) {
            ByteBuffer chunk = TemporaryFile.read(file, at, 8).order(order);
            CarriedFile.requireNone(file, at + 8, to);
            requireFew();
            at = behind(at + 8, chunk.getInt(4) & UNKNOWN);
        }
    }

    private void requireFew() throws RejectedFile {
        if (++chunks > MOST_CHUNKS) {
            throw RejectedFile.otherKind();
        }
    }

    /** An odd one is filled up with a zero, which some programs forget. */
    private long behind(long from, long length) throws IOException {
        long at = from + length;
        boolean isFilled = length % 2 == 1
                && at < file.size()
                && TemporaryFile.read(file, at, 1).get(0) == 0;
        return isFilled ? at + 1 : at;
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
