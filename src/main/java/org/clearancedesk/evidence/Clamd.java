package org.clearancedesk.evidence;

import java.io.InputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.clearancedesk.evidence.file.TemporaryFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import xyz.capybara.clamav.ClamavClient;
import xyz.capybara.clamav.commands.scan.result.ScanResult;

/** ClamAV's daemon, asked over the network. */
final class Clamd implements Scanner, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clamd.class);

    private final String host;
    private final int port;
    private final Duration timeout;
    private final ExecutorService asking = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "clamd");
        thread.setDaemon(true);
        return thread;
    });

    Clamd(String host, int port, Duration timeout) {
        this.host = host;
        this.port = port;
        this.timeout = timeout;
    }

    @Override
    public Scanned scan(TemporaryFile content) {
        Future<ScanResult> answer = asking.submit(() -> {
            try (InputStream bytes = content.stream()) {
                return new ClamavClient(host, port).scan(bytes);
            }
        });
        try {
            return read(answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return Scanned.WAITING;
        } catch (ExecutionException | TimeoutException unanswered) {
            LOG.warn("The virus scanner at {}:{} gave no answer: {}", host, port, reason(unanswered));
            return Scanned.WAITING;
        } finally {
            // The client knows no timeout of its own; interrupting closes its connection at any point.
            answer.cancel(true);
        }
    }

    private static Scanned read(ScanResult answer) {
        if (answer instanceof ScanResult.VirusFound found) {
            return Scanned.infected(found.getFoundViruses().values().stream()
                    .flatMap(Collection::stream)
                    .collect(Collectors.joining(", ")));
        }
        return answer instanceof ScanResult.OK ? Scanned.CLEAN : Scanned.WAITING;
    }

    private String reason(Exception unanswered) {
        return unanswered instanceof TimeoutException
                ? "nothing for %s".formatted(timeout)
                : String.valueOf(unanswered.getCause());
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
