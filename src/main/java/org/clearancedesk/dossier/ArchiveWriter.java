package org.clearancedesk.dossier;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(at.atOffset(ZoneOffset.UTC).toLocalDateTime());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
        entries.add(new ArchiveManifest.Entry(name, content.length, Sha256.of(content)));
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
