package org.clearancedesk.evidence.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clearancedesk.register.Sha256;

/** Content on its way in or out, on disk, so that nobody's file takes memory. It is gone when it is closed. */
public final class TemporaryFile implements AutoCloseable {

    private final Path path;

    public TemporaryFile() {
        try {
            path = Files.createTempFile("clearance-desk-", ".tmp");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path() {
        return path;
    }

    public InputStream stream() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    /** In bytes. */
    public long size() throws IOException {
        return Files.size(path);
    }

    public String sha256() throws IOException {
        return Sha256.of(stream());
    }

    /** The first bytes, or all when there are fewer. */
    byte[] head(int length) throws IOException {
        try (InputStream bytes = stream()) {
            return bytes.readNBytes(length);
        }
    }

    /** Bytes from a place on; fewer at the end, none behind it. */
    static ByteBuffer read(FileChannel file, long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        long at = from;
        while (bytes.hasRemaining()) {
            int read = file.read(bytes, at);
            if (read < 0) {
                break;
            }
            at += read;
        }
        return bytes.flip();
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
