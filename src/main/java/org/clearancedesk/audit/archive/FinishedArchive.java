package org.clearancedesk.audit.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.springframework.util.StreamUtils;

/** A whole archive in a file of its own, which is gone as soon as it is closed. */
public final class FinishedArchive implements AutoCloseable {

    /** Writes an archive. */
    interface Content {

        void writeTo(OutputStream out) throws IOException;
    }

    private final FileChannel file;

    private FinishedArchive(FileChannel file) {
        this.file = file;
    }

    /** Nothing is left on the disk when the content cannot be written to its end. */
    static FinishedArchive of(Content content) throws IOException {
        FinishedArchive archive = new FinishedArchive(FileChannel.open(
                Files.createTempFile("clearance-record-", ".zip"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE));
        try {
            OutputStream out = new BufferedOutputStream(StreamUtils.nonClosing(Channels.newOutputStream(archive.file)));
            content.writeTo(out);
            out.flush();
            archive.file.position(0);
            return archive;
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** In bytes. */
    public long size() throws IOException {
        return file.size();
    }

    public void copyTo(OutputStream out) throws IOException {
        Channels.newInputStream(file).transferTo(out);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
