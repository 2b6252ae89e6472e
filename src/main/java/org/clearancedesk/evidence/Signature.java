package org.clearancedesk.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;

/** The bytes by which programs and archives are known, wherever they hide. */
final class Signature {

    /** How many bytes tell what an entry is. */
    static final int LONGEST = 4;

    private static final int ENTRY = 0x04034b50;
    private static final int LISTED_ENTRY = 0x02014b50;
    private static final int END_OF_LIST = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;

    /** Windows, Linux, macOS, Java and scripts. */
    private static final List<String> PROGRAMS =
            List.of("4d5a", "7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "2321");

    private Signature() {}

    static boolean isArchive(byte[] head) {
        return head.length >= LONGEST && little(head).getInt(0) == ENTRY;
    }

    static void requireNoProgram(byte[] head) throws Objection {
        String start = HexFormat.of().formatHex(head);
        if (PROGRAMS.stream().anyMatch(start::startsWith)) {
            throw new Objection("holds a program. Please hand in a copy without it.");
        }
    }

    /** Counts before anybody reads: a long table of contents alone can fill the memory. */
    static boolean listsMoreThan(int entries, byte[] archive) {
        ByteBuffer bytes = little(archive);
        int listed = 0;
        for (int at = 0; at <= archive.length - LONGEST; at++) {
            if (archive[at] == 'P' && bytes.getInt(at) == LISTED_ENTRY && ++listed > entries) {
                return true;
            }
        }
        return false;
    }

    /** Whether the file can be read as an archive from its end, whatever it is from its beginning. */
    static boolean endsAsArchive(byte[] content) {
        ByteBuffer bytes = little(content);
        int last = content.length - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END_OF_LIST && (bytes.getShort(at + 20) & LONGEST_COMMENT) == last - at) {
                long list = at - (bytes.getInt(at + 12) & 0xffffffffL);
                return list >= 0 && list < at && bytes.getInt((int) list) == LISTED_ENTRY;
            }
        }
        return false;
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
