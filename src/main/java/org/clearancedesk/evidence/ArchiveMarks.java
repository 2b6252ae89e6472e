package org.clearancedesk.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Bytes that are watched for the marks by which programs find an archive, wherever in a file it begins. */
final class ArchiveMarks extends FilterInputStream {

    private static final int LISTED_ENTRY = 0x504b0102;
    private static final int END_OF_LIST = 0x504b0506;
    private static final long SIX_BYTES = 0xffff_ffff_ffffL;
    private static final long SEVEN_ZIP = 0x377a_bcaf_271cL;
    private static final long RAR = 0x5261_7221_1a07L;

    private long last;
    private int listed;
    private boolean isArchive;

    ArchiveMarks(InputStream bytes) {
        super(bytes);
    }

    static void requireNoneIn(TemporaryFile content) throws IOException, Objection {
        try (ArchiveMarks bytes = new ArchiveMarks(content.stream())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            bytes.requireNone();
        }
    }

    /** How many entries the lists of all archives in it name: a long list alone can fill the memory. */
    static int listedIn(TemporaryFile content) throws IOException {
        try (ArchiveMarks bytes = new ArchiveMarks(content.stream())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return bytes.listed;
        }
    }

    void requireNone() throws Objection {
        if (isArchive) {
            throw new Objection("is two files in one, the second an archive. Please save it again.");
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        if (read >= 0) {
            pass(read);
        }
        return read;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
        int read = super.read(to, from, length);
        for (int i = 0; i < read; i++) {
            pass(to[from + i] & 0xff);
        }
        return read;
    }

    private void pass(int next) {
        last = (last << 8) | next;
        int four = (int) last;
        if (four == LISTED_ENTRY) {
            listed++;
        }
        long six = last & SIX_BYTES;
        isArchive |= (four == END_OF_LIST && listed > 0) || six == SEVEN_ZIP || six == RAR;
    }
}
