package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Makes sure that an archive is the whole file: another one before it, or anything behind it, is what another program opens.
 */
final class WholeZip {

    private static final int END_OF_LIST = 0x06054b50;
    private static final int LENGTH_OF_END = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    private WholeZip() {}

    static void require(Path file, ZipFile zip) throws IOException, RejectedFile {
        boolean beginsWithFirstEntry = Collections.list(zip.getEntries()).stream()
                .mapToLong(ZipArchiveEntry::getLocalHeaderOffset)
                .anyMatch(offset -> offset == 0);
        if (!beginsWithFirstEntry || !endsWithItsList(file)) {
            throw new RejectedFile("is two files in one. Please save it again.");
        }
    }

    /** Whether the list of entries and its end are the last bytes, comment apart. */
    private static boolean endsWithItsList(Path file) throws IOException {
        try (FileChannel bytes = FileChannel.open(file)) {
            int length = (int) Math.min(bytes.size(), LENGTH_OF_END + LONGEST_COMMENT);
            long from = bytes.size() - length;
            ByteBuffer end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            while (end.hasRemaining() && bytes.read(end, from + end.position()) >= 0) {}
            for (int at = length - LENGTH_OF_END; at >= 0; at--) {
                if (end.getInt(at) == END_OF_LIST) {
                    int comment = end.getShort(at + 20) & 0xffff;
                    long list = Integer.toUnsignedLong(end.getInt(at + 12));
                    long begins = Integer.toUnsignedLong(end.getInt(at + 16));
                    return at + LENGTH_OF_END + comment == length && begins + list == from + at;
                }
            }
            return false;
        }
    }
}
