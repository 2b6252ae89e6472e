package org.clearancedesk.evidence.file;

import java.util.HexFormat;
import java.util.List;

/** The bytes by which programs and archives are known, whatever their name says. */
final class MagicBytes {

    /** How many bytes tell what an entry is. */
    static final int LONGEST = 8;

    /** Office documents of the old kind, objects in documents and locked documents lie in such a container. */
    private static final String CONTAINER = "d0cf11e0a1b11ae1";

    private static final String ZIP = "504b0304";

    /** Windows, Linux, macOS, Java, scripts and the links of Windows. */
    private static final List<String> PROGRAMS = List.of(
            "4d5a", "7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "2321", "4c00000001140200");

    /** 7z, RAR, gzip, bzip2, xz, Zstandard, CAB, ar; an empty ZIP. */
    private static final List<String> ARCHIVES = List.of(
            "377abcaf271c",
            "526172211a07",
            "1f8b",
            "425a68",
            "fd377a585a00",
            "28b52ffd",
            "4d534346",
            "213c617263683e",
            "504b0506");

    private MagicBytes() {}

    static boolean isZip(byte[] head) {
        return begins(head, ZIP);
    }

    static boolean isContainer(byte[] head) {
        return begins(head, CONTAINER);
    }

    /** Whether a program, an archive or a document begins so, which no picture, sound or video does. */
    static boolean isOther(byte[] head) {
        String start = HexFormat.of().formatHex(head);
        return start.startsWith(ZIP)
                || start.startsWith(CONTAINER)
                || PROGRAMS.stream().anyMatch(start::startsWith)
                || ARCHIVES.stream().anyMatch(start::startsWith);
    }

    static void requireNoProgram(byte[] head) throws RejectedFile {
        if (PROGRAMS.stream().anyMatch(program -> begins(head, program))) {
            throw new RejectedFile("holds a program. Please hand in a copy without it.");
        }
    }

    /** Of a part of a document. */
    static void requireNoPackage(byte[] head) throws RejectedFile {
        if (isContainer(head)) {
            throw new RejectedFile(
                    "holds an object of another program, which nobody can look into. Please save a copy with a"
                            + " picture in its place, or a PDF.");
        }
        if (ARCHIVES.stream().anyMatch(archive -> begins(head, archive))) {
            throw new RejectedFile("holds archives. Please hand in the files themselves.");
        }
    }

    private static boolean begins(byte[] head, String signature) {
        return HexFormat.of().formatHex(head).startsWith(signature);
    }
}
