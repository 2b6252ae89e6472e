package org.clearancedesk.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.catalina.connector.ClientAbortException;

/** A file on its way to whoever asked for it. It waits for nobody who takes next to nothing of it. */
public final class SteadyDownload {

    /** So long a download may take however small it is. */
    private static final Duration AT_LEAST = Duration.ofSeconds(30);

    /** In bytes a second, far below what a phone gets. */
    private static final long SLOWEST = 50_000;

    private SteadyDownload() {}

    public static void send(Path file, OutputStream to) throws IOException {
        long end = System.nanoTime()
                + AT_LEAST.plusSeconds(Files.size(file) / SLOWEST).toNanos();
        byte[] some = new byte[16 * 1024];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int length = bytes.read(some); length >= 0; length = bytes.read(some)) {
                to.write(some, 0, length);
                if (System.nanoTime() - end > 0) {
                    throw new ClientAbortException("The download took too long.");
                }
            }
        }
    }
}
