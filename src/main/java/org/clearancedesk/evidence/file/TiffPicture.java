package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes through a scanned picture page by page; each has a size of its own. */
final class TiffPicture {

    private static final int MOST_PAGES = 2_000;
    private static final int CLASSIC = 42;
    private static final int BIG = 43;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int LONG_OF_EIGHT = 16;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;

    /** Where its strips, its tiles or the photograph in it lie. */
    private static final Set<Integer> PIXELS = Set.of(273, 324, 513);

    private final FileChannel file;
    private final ByteOrder order;
    private final boolean big;

    private TiffPicture(FileChannel file, ByteOrder order, boolean big) {
        this.file = file;
        this.order = order;
        this.big = big;
    }

    static void look(TemporaryFile content) throws IOException, RejectedFile {
        try (FileChannel file = FileChannel.open(content.path())) {
            ByteBuffer head = TemporaryFile.read(file, 0, 16);
            int mark = head.limit() < 16 ? 0 : head.getShort(0);
            if (mark != 0x4949 && mark != 0x4d4d) {
                throw RejectedFile.otherKind();
            }
            ByteOrder order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            head.order(order);
            boolean big = head.getShort(2) == BIG;
            if (!big && head.getShort(2) != CLASSIC) {
                throw RejectedFile.otherKind();
            }
            new TiffPicture(file, order, big).readPages(big ? head.getLong(8) : head.getInt(4) & 0xffffffffL);
        }
    }

    private void readPages(long first) throws IOException, RejectedFile {
        int pages = 0;
        for (long at = first; at != 0; pages++) {
            if (pages > MOST_PAGES) {
                throw new RejectedFile("has too many pages. Please hand in a PDF.");
            }
            at = readPage(at);
        }
        if (pages == 0) {
            throw RejectedFile.otherKind();
        }
    }

    /** Gives the place of the next one. */
    private long readPage(long at) throws IOException, RejectedFile {
        int counted = big ? 8 : 2;
        int entry = big ? 20 : 12;
        ByteBuffer count = read(at, counted);
        long entries = big ? count.getLong(0) : count.getShort(0) & 0xffff;
        if (entries < 1 || entries > 0xffff) {
            throw RejectedFile.otherKind();
        }
        ByteBuffer page = read(at + counted, (int) entries * entry + (big ? 8 : 4));
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < entries; i++) {
            int tag = page.getShort(i * entry) & 0xffff;
            // Of two sizes nobody knows which one a viewer believes.
            if (places.put(tag, i * entry) != null && (tag == WIDTH || tag == HEIGHT)) {
                throw RejectedFile.otherKind();
            }
        }
        if (places.keySet().stream().noneMatch(PIXELS::contains)) {
            throw RejectedFile.otherKind();
        }
        Picture.requireReasonable(value(page, places.get(WIDTH)), value(page, places.get(HEIGHT)));
        int next = (int) entries * entry;
        return big ? page.getLong(next) : page.getInt(next) & 0xffffffffL;
    }

    private long value(ByteBuffer page, @Nullable Integer at) throws RejectedFile {
        if (at == null) {
            throw RejectedFile.otherKind();
        }
        int value = at + (big ? 12 : 8);
        long size =
                switch (page.getShort(at + 2)) {
                    case SHORT -> page.getShort(value) & 0xffff;
                    case LONG -> page.getInt(value) & 0xffffffffL;
                    case LONG_OF_EIGHT -> big ? page.getLong(value) : 0;
                    default -> 0;
                };
        if (size <= 0) {
            throw RejectedFile.otherKind();
        }
        return size;
    }

    private ByteBuffer read(long at, int length) throws IOException, RejectedFile {
        if (at < 8 || at > file.size() - length) {
            throw RejectedFile.otherKind();
        }
        return TemporaryFile.read(file, at, length).order(order);
    }
}
