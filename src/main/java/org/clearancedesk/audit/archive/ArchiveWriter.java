package org.clearancedesk.audit.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.apache.commons.io.output.CountingOutputStream;
import org.clearancedesk.register.Sha256;

/** Writes the entries of an archive and remembers their digests. */
final class ArchiveWriter implements AutoCloseable {

    /** What means nothing to any file system. Everything else is written as a low line. */
    private static final Pattern MEANINGFUL = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._ ()-]");

    private final ZipOutputStream zip;
    private final Instant at;
    private final List<ArchiveManifest.Entry> entries = new ArrayList<>();

    ArchiveWriter(OutputStream out, Instant at) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.at = at;
    }

    void add(String name, byte[] content) throws IOException {
        add(name, (Content) to -> to.write(content));
    }

    /** Writes a part as it comes, so that none of it has to fit into the memory. */
    void add(String name, Content content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        CountingOutputStream counted = new CountingOutputStream(CloseShieldOutputStream.wrap(zip));
        DigestOutputStream digested = new DigestOutputStream(counted, Sha256.digest());
        content.writeTo(digested);
        digested.flush();
        zip.closeEntry();
        entries.add(new ArchiveManifest.Entry(
                name,
                counted.getByteCount(),
                HexFormat.of().formatHex(digested.getMessageDigest().digest())));
    }

    /** What a part holds. */
    interface Content {
        void writeTo(OutputStream to) throws IOException;
    }

    void add(String name, String content) throws IOException {
        add(name, content.getBytes(StandardCharsets.UTF_8));
    }

    List<ArchiveManifest.Entry> entries() {
        return List.copyOf(entries);
    }

    /** A file's own name behind a number, so that it is the only one of its kind and leads nowhere. */
    static String numbered(int number, String name) {
        return "%02d %s".formatted(number, MEANINGFUL.matcher(name).replaceAll("_"));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
