package org.clearancedesk.signature;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a time-stamp authority (RFC 3161) over HTTP, and waits for the whole answer no longer than allowed. */
final class TimeStampClient implements DataLoader {

    private static final String AUTHORITY = "The time-stamp authority %s ";

    private final HttpClient client;
    private final Duration timeout;

    TimeStampClient(Duration timeout) {
        this.client = HttpClient.newHttpClient();
        this.timeout = timeout;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/timestamp-query")
                        .POST(BodyPublishers.ofByteArray(content))
                        .build(),
                BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (response.statusCode() != 200) {
                throw new NotSigned((AUTHORITY + "answered with HTTP %d.").formatted(url, response.statusCode()));
            }
            return response.body();
        } catch (TimeoutException e) {
            // The one clock that counts the whole answer: the client's own stops at the first line.
            answer.cancel(true);
            throw new NotSigned((AUTHORITY + "did not answer within %s.").formatted(url, inWords()), e);
        } catch (ExecutionException e) {
            throw new NotSigned((AUTHORITY + "cannot be reached: %s").formatted(url, e.getCause()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSigned((AUTHORITY + "was not waited for.").formatted(url), e);
        }
    }

    @Override
    public byte[] get(String url) {
        throw new UnsupportedOperationException("A time stamp is asked for with POST.");
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        throw new UnsupportedOperationException("A time stamp is asked for with POST.");
    }

    @Override
    public void setContentType(String contentType) {
        throw new UnsupportedOperationException("RFC 3161 says what the content is.");
    }

    private String inWords() {
        return timeout.toMillis() % 1000 == 0 ? timeout.toSeconds() + " seconds" : timeout.toMillis() + " ms";
    }
}
