package org.clearancedesk.evidence.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what comes out of an archive, whatever was announced, and stops when it is too much. */
final class InflationLimit {

    private final long allowed;
    private long passed;

    /** @param allowed in bytes, for all streams together */
    InflationLimit(long allowed) {
        this.allowed = allowed;
    }

    long passed() {
        return passed;
    }

    InputStream on(InputStream bytes) {
        return new Metered(bytes);
    }

    /** More came out than is allowed. */
    static final class TooMuch extends IOException {}

    private final class Metered extends FilterInputStream {

        Metered(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int read = super.read(to, from, length);
            count(read);
            return read;
        }

        /** Leaves open what is metered: an inner archive goes on behind each of its entries. */
        @Override
        public void close() {}

        private void count(int read) throws TooMuch {
            passed += Math.max(read, 0);
            if (passed > allowed) {
                throw new TooMuch();
            }
        }
    }
}
