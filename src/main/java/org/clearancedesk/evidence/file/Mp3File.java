package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Sound in MPEG frames, behind whatever a player skips. */
final class Mp3File {

    private static final int TAG = 0x494433;
    private static final int TAG_HEADER = 10;
    private static final int HAS_FOOTER = 0x10;
    private static final int MOST_TAGS = 10;
    private static final int LONGEST_PADDING = 64 * 1024;

    private Mp3File() {}

    static void look(TemporaryFile content) throws IOException, RejectedFile {
        try (FileChannel file = FileChannel.open(content.path())) {
            long at = 0;
            for (int tags = 0; tags < MOST_TAGS; tags++) {
                ByteBuffer head = TemporaryFile.read(file, at, TAG_HEADER);
                if (head.limit() < TAG_HEADER || (head.getInt(0) >>> 8) != TAG) {
                    break;
                }
                at += TAG_HEADER + sevenBits(head, 6) + ((head.get(5) & HAS_FOOTER) == 0 ? 0 : TAG_HEADER);
            }
            ByteBuffer sound = TemporaryFile.read(file, at, LONGEST_PADDING);
            while (sound.remaining() >= 4 && sound.get(sound.position()) == 0) {
                sound.get();
            }
            if (sound.remaining() < 4 || !isFrame(sound.getInt(sound.position()))) {
                throw RejectedFile.otherKind();
            }
        }
    }

    private static int sevenBits(ByteBuffer bytes, int at) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 7) | (bytes.get(at + i) & 0x7f);
        }
        return value;
    }

    /** Eleven bits are set; the values of version, layer, rate and frequency that mean nothing are none. */
    private static boolean isFrame(int header) {
        return (header >>> 21) == 0x7ff
                && ((header >> 19) & 3) != 1
                && ((header >> 17) & 3) != 0
                && ((header >> 12) & 0xf) != 0xf
                && ((header >> 10) & 3) != 3;
    }
}
