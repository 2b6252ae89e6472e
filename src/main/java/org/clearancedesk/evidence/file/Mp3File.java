package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Sound in MPEG frames from its beginning to its end, with tags and what a player passes over. */
final class Mp3File {

    private static final int MOST_TAGS = 10;
    private static final int LONGEST_PADDING = 64 * 1024;
    private static final int WINDOW = 64 * 1024;
    private static final int MOST_GAPS = 1_000;
    private static final int MOST_GUESSES = 100_000;

    private final FileChannel file;
    private int guesses;

    private Mp3File(FileChannel file) {
        this.file = file;
    }

    static void look(TemporaryFile content) throws IOException, RejectedFile {
        try (FileChannel file = FileChannel.open(content.path())) {
            Mp3File sound = new Mp3File(file);
            long at = 0;
            for (int tags = 0; tags < MOST_TAGS && at < file.size(); tags++) {
                long end = Mp3Tag.end(file, at);
                if (end == at) {
                    break;
                }
                at = end;
            }
            long begin = sound.behindZeros(at);
            if (begin - at > LONGEST_PADDING || sound.frame(begin) == 0) {
                throw RejectedFile.otherKind();
            }
            sound.readFrom(begin);
        }
    }

    private void readFrom(long begin) throws IOException, RejectedFile {
        int gaps = 0;
        long at = begin;
        while (at < file.size()) {
            int length = frame(at);
            // The last one may be cut off where the recording was.
            long end = at + length;
            if (length == 0) {
                if (++gaps > MOST_GAPS) {
                    throw RejectedFile.otherKind();
                }
                end = behindZeros(Mp3Tag.end(file, at));
            }
            if (end == at) {
                CarriedFile.requireNone(file, at, file.size());
                end = nextFrame(at + 1);
            }
            if (end < 0) {
                CarriedFile.requireNothingFrom(file, at);
                return;
            }
            at = end;
        }
    }

    /** How long the frame is that begins there, zero for none. */
    private int frame(long at) throws IOException {
        ByteBuffer header = TemporaryFile.read(file, at, Mp3Frame.HEADER);
        return header.limit() < Mp3Frame.HEADER ? 0 : Mp3Frame.length(header.getInt(0));
    }

    /** As players do who find sound again: a frame counts when another one follows, or the end. Negative for none. */
    private long nextFrame(long from) throws IOException, RejectedFile {
        for (long start = from; start < file.size(); start += WINDOW) {
            ByteBuffer bytes = TemporaryFile.read(file, start, WINDOW + Mp3Frame.HEADER - 1);
            for (int i = 0; i + Mp3Frame.HEADER <= bytes.limit(); i++) {
                int length = Mp3Frame.length(bytes.getInt(i));
                if (length > 0) {
                    long next = start + i + length;
                    if (next == file.size() || frame(next) > 0) {
                        return start + i;
                    }
                    if (++guesses > MOST_GUESSES) {
                        throw RejectedFile.otherKind();
                    }
                }
            }
        }
        return -1;
    }

    private long behindZeros(long from) throws IOException {
        for (long at = from; at < file.size(); at += WINDOW) {
            ByteBuffer bytes = TemporaryFile.read(file, at, WINDOW);
            for (int i = 0; i < bytes.limit(); i++) {
                if (bytes.get(i) != 0) {
                    return at + i;
                }
            }
        }
        return Math.max(from, file.size());
    }
}
