package org.clearancedesk.evidence.file;

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
    private static final long THREE_BYTES = 0xff_ffffL;
    private static final long STREAM = 0x7374_7265_616dL;
    private static final long END = 0x65_6e64L;

    private final boolean mayBeAttached;
    private long last;
    private long before;
    private int listed;
    private boolean isArchive;
    private boolean isAttached;
    private boolean holdsArchive;

    ArchiveMarks(InputStream bytes) {
        this(bytes, false);
    }

    private ArchiveMarks(InputStream bytes, boolean mayBeAttached) {
        super(bytes);
        this.mayBeAttached = mayBeAttached;
    }

    /** @param mayBeAttached whether an archive, such as an office document, may lie in one of the file's streams */
    static void requireNoneIn(TemporaryFile content, boolean mayBeAttached) throws IOException, RejectedFile {
        try (ArchiveMarks bytes = new ArchiveMarks(content.stream(), mayBeAttached)) {
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

    /** An archive in a stream that does not end is the end of the file, so programs open it and nothing else. */
    void requireNone() throws RejectedFile {
        if (isArchive || holdsArchive) {
            throw new RejectedFile("is two files in one, the second an archive. Please save it again.");
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
        before = (before << 8) | (last >>> 56);
        last = (last << 8) | next;
        int four = (int) last;
        if (four == LISTED_ENTRY) {
            listed++;
        }
        long six = last & SIX_BYTES;
        if ((four == END_OF_LIST && listed > 0) || six == SEVEN_ZIP || six == RAR) {
            isArchive |= !isAttached;
            holdsArchive |= isAttached;
        } else if (mayBeAttached && six == STREAM) {
            // The three bytes before are spread over both.
            boolean ends = (((before << 16) | (last >>> 48)) & THREE_BYTES) == END;
            isAttached = !ends;
            holdsArchive &= !ends;
        }
    }
}
