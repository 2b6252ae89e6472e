package org.clearancedesk.evidence.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;

/** What stands before, between and behind sound and is shown by a player: titles, words and pictures. */
final class Mp3Tag {

    private static final int HEADER = 32;
    private static final int ID3_HEADER = 10;
    private static final int HAS_FOOTER = 0x10;
    private static final int OLD = 128;
    private static final int OLD_AND_LONG = 227;
    private static final int MOST_PARTS = 10_000;

    private final FileChannel file;
    private final long at;

    private Mp3Tag(FileChannel file, long at) {
        this.file = file;
        this.at = at;
    }

    /** Where it ends; where it would begin when there is none. */
    static long end(FileChannel file, long at) throws IOException, RejectedFile {
        ByteBuffer head = TemporaryFile.read(file, at, HEADER);
        String name = StandardCharsets.ISO_8859_1.decode(head.duplicate()).toString();
        Mp3Tag tag = new Mp3Tag(file, at);
        if (name.startsWith("ID3") && head.limit() >= ID3_HEADER) {
            return tag.readId3(head);
        }
        if (name.startsWith("APETAGEX") && head.limit() == HEADER) {
            // At the head of a tag this bit is set, and the length is that of what follows.
            boolean isHead = (head.get(23) & 0x20) != 0;
            long length = head.order(ByteOrder.LITTLE_ENDIAN).getInt(12) & 0xffffffffL;
            return tag.checked(at + HEADER, at + HEADER + (isHead ? length : 0));
        }
        if (name.startsWith("TAG+")) {
            return tag.checked(at + 4, at + OLD_AND_LONG);
        }
        if (name.startsWith("TAG")) {
            return tag.checked(at + 3, at + OLD);
        }
        return at;
    }

    private long checked(long from, long end) throws IOException, RejectedFile {
        int beginning = (int) Math.min(CarriedFile.BEGINNING, end - from);
        CarriedFile.requireNoneBehindNames(CarriedFile.bytes(file, from, beginning));
        return end;
    }

    private long readId3(ByteBuffer head) throws IOException, RejectedFile {
        int version = head.get(3);
        long end = at + ID3_HEADER + sevenBits(head, 6);
        int nameLength = version == 2 ? 3 : 4;
        int header = version == 2 ? 6 : ID3_HEADER;
        long part = at + ID3_HEADER;
        for (int parts = 0; part + header < end && parts < MOST_PARTS; parts++) {
            ByteBuffer bytes = TemporaryFile.read(file, part, header);
            if (bytes.limit() < header || bytes.get(0) == 0) {
                break;
            }
            long length = version == 2
                    ? bytes.getInt(2) & 0xffffffL
                    : version == 4 ? sevenBits(bytes, nameLength) : bytes.getInt(nameLength) & 0xffffffffL;
            int beginning = (int) Math.min(CarriedFile.BEGINNING, Math.min(length, end - part - header));
            CarriedFile.requireNoneBehindNames(CarriedFile.bytes(file, part + header, beginning));
            part += header + length;
        }
        CarriedFile.requireNone(file, at + ID3_HEADER, end);
        return end + ((head.get(5) & HAS_FOOTER) == 0 ? 0 : ID3_HEADER);
    }

    private static int sevenBits(ByteBuffer bytes, int from) {
        int value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 7) | (bytes.get(from + i) & 0x7f);
        }
        return value;
    }
}
