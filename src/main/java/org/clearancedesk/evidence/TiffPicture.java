package org.clearancedesk.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Goes through a scanned picture page by page; each has a size of its own. */
final class TiffPicture {

    private static final int MOST_PAGES = 2_000;
    private static final int SHORT = 3;
    private static final int WIDTH = 256;
    private static final int HEIGHT = 257;

    private final FileChannel file;
    private final ByteOrder order;
    private final boolean big;

    private TiffPicture(FileChannel file, ByteOrder order, boolean big) {
        this.file = file;
        this.order = order;
        this.big = big;
    }

    static void look(TemporaryFile content) throws IOException, Objection {
        try (FileChannel file = FileChannel.open(content.path())) {
            ByteBuffer head = TemporaryFile.read(file, 0, 16);
            int mark = head.limit() < 16 ? 0 : head.getShort(0);
            if (mark != 0x4949 && mark != 0x4d4d) {
                throw Objection.otherKind();
            }
            ByteOrder order = mark == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
            head.order(order);
            boolean big = head.getShort(2) == 43;
            new TiffPicture(file, order, big).readPages(big ? head.getLong(8) : head.getInt(4) & 0xffffffffL);
        }
    }

    private void readPages(long first) throws IOException, Objection {
        int pages = 0;
        for (long at = first; at != 0; pages++) {
            if (pages > MOST_PAGES) {
                throw new Objection("has too many pages. Please hand in a PDF.");
            }
            at = readPage(at);
        }
        if (pages == 0) {
            throw Objection.otherKind();
        }
    }

    /** Gives the place of the next one. */
    private long readPage(long at) throws IOException, Objection {
        int counted = big ? 8 : 2;
        int entry = big ? 20 : 12;
        ByteBuffer count = read(at, counted);
        long entries = big ? count.getLong(0) : count.getShort(0) & 0xffff;
        if (entries < 1 || entries > 0xffff) {
            throw Objection.otherKind();
        }
        ByteBuffer page = read(at + counted, (int) entries * entry + (big ? 8 : 4));
        long width = 0;
        long height = 0;
        for (int i = 0; i < entries; i++) {
            int tag = page.getShort(i * entry) & 0xffff;
            if (tag == WIDTH) {
                width = value(page, i * entry);
            } else if (tag == HEIGHT) {
                height = value(page, i * entry);
            }
        }
        Picture.requireReasonable(width, height);
        int next = (int) entries * entry;
        return big ? page.getLong(next) : page.getInt(next) & 0xffffffffL;
    }

    private long value(ByteBuffer page, int at) {
        int value = at + (big ? 12 : 8);
        return page.getShort(at + 2) == SHORT ? page.getShort(value) & 0xffff : page.getInt(value) & 0xffffffffL;
    }

    private ByteBuffer read(long at, int length) throws IOException, Objection {
        if (at < 8 || at > file.size() - length) {
            throw Objection.otherKind();
        }
        return TemporaryFile.read(file, at, length).order(order);
    }
}
