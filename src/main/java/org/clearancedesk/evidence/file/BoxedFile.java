package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Files that are boxes in boxes: HEIC, M4A, MP4 and QuickTime. */
final class BoxedFile {

    private static final Set<Kind> RECORDINGS = Set.of(Kind.M4A, Kind.MP4, Kind.QUICKTIME);
    private static final Set<String> FIRST = Set.of("ftyp", "moov", "mdat", "wide", "free", "skip", "pnot");
    private static final Set<String> MOVIES = Set.of("moov", "moof");
    private static final Set<String> PICTURES =
            Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1", "miaf");
    private static final Set<String> OUTER = Set.of(
            "meta", "iprp", "ipco", "moov", "trak", "edts", "mdia", "minf", "dinf", "stbl", "udta", "ilst", "mvex",
            "moof", "traf", "mfra");
    private static final int MOST_BOXES = 100_000;
    private static final int DEEPEST = 10;
    private static final int OWN_NAME = 16;

    private final FileChannel file;
    private final Set<String> seen = new HashSet<>();
    private int boxes;

    private BoxedFile(FileChannel file) {
        this.file = file;
    }

    static boolean isRecording(Kind kind) {
        return RECORDINGS.contains(kind);
    }

    /** Of such a file only its boxes tell what it is. */
    static boolean isBoxed(Kind kind) {
        return kind == Kind.HEIC || isRecording(kind);
    }

    static void recording(TemporaryFile content) throws IOException, RejectedFile {
        try (FileChannel file = FileChannel.open(content.path())) {
            ByteBuffer head = TemporaryFile.read(file, 0, 12);
            if (head.limit() < 12 || !FIRST.contains(name(head, 4)) || PICTURES.contains(name(head, 8))) {
                throw RejectedFile.otherKind();
            }
            BoxedFile movie = new BoxedFile(file);
            movie.readWhole();
            if (movie.seen.stream().noneMatch(MOVIES::contains)) {
                throw RejectedFile.otherKind();
            }
        }
    }

    static void picture(TemporaryFile content) throws IOException, RejectedFile {
        try (FileChannel file = FileChannel.open(content.path())) {
            ByteBuffer head = TemporaryFile.read(file, 0, 12);
            if (head.limit() < 12 || !name(head, 4).equals("ftyp") || !PICTURES.contains(name(head, 8))) {
                throw RejectedFile.otherKind();
            }
            BoxedFile picture = new BoxedFile(file);
            picture.readWhole();
            if (!picture.seen.contains("ispe")) {
                throw RejectedFile.otherKind();
            }
        }
    }

    private void readWhole() throws IOException, RejectedFile {
        CarriedFile.requireNothingFrom(file, read(0, file.size(), 0));
    }

    /** Gives where its boxes end: in a box, some programs leave rubbish behind them. */
    private long read(long from, long end, int depth) throws IOException, RejectedFile {
        long at = from;
        while (at + 8 <= end) {
            ByteBuffer box = TemporaryFile.read(file, at, 20);
            int header = box.getInt(0) == 1 && box.limit() >= 16 ? 16 : 8;
            long length = header == 16 ? box.getLong(8) : box.getInt(0) & 0xffffffffL;
            if (length == 0 && depth == 0) {
                length = end - at;
            }
            if (length < header || length > end - at || !isName(box)) {
                break;
            }
            if (++boxes > MOST_BOXES) {
                throw RejectedFile.otherKind();
            }
            String name = name(box, 4);
            seen.add(name);
            if (name.equals("ispe") && box.limit() == 20) {
                Picture.requireReasonable(box.getInt(12) & 0xffffffffL, box.getInt(16) & 0xffffffffL);
            }
            readContent(name, at + header, at + length, depth);
            at += length;
        }
        return at;
    }

    private void readContent(String name, long from, long end, int depth) throws IOException, RejectedFile {
        CarriedFile.requireNone(file, from, end);
        if (name.equals("uuid")) {
            CarriedFile.requireNone(file, from + OWN_NAME, end);
        }
        if (OUTER.contains(name) && depth < DEEPEST) {
            read(from + (name.equals("meta") ? 4 : 0), end, depth + 1);
        }
    }

    private static boolean isName(ByteBuffer box) {
        return name(box, 4).chars().allMatch(letter -> (letter >= ' ' && letter <= '~') || letter == '©');
    }

    private static String name(ByteBuffer bytes, int at) {
        byte[] name = new byte[4];
        bytes.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1);
    }
}
