package org.clearancedesk.people.security;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** The body of a call, read at the pace at which it comes, as long as that is a pace. */
final class PacedRequestBody implements InputBuffer {

    /** In bytes a second. */
    private static final long SLOWEST = 20_000;

    private static final Duration AT_LEAST = Duration.ofSeconds(5);

    /** How long something is read on that nobody wants, so that whoever sends it gets to read why. */
    private static final Duration UNWANTED = Duration.ofSeconds(10);

    private final Request request;
    private final InputBuffer bytes;
    private final Runnable whole;
    private long begun;
    private long read;
    private boolean ended;

    /** @param whole is done once, when all of it has come or nothing more is awaited */
    PacedRequestBody(Request request, Runnable whole) {
        this.request = request;
        this.bytes = request.getInputBuffer();
        this.whole = whole;
        request.setInputBuffer(this);
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        if (begun == 0) {
            begun = System.nanoTime();
        }
        int length = bytes.doRead(handler);
        read += Math.max(length, 0);
        long most = AT_LEAST.toNanos() + TimeUnit.SECONDS.toNanos(read) / SLOWEST;
        if (length < 0 || read == request.getContentLengthLong()) {
            end();
        } else if (System.nanoTime() - begun > most) {
            giveUp();
            throw new SocketTimeoutException("What the caller sends comes too slowly.");
        }
        return length;
    }

    @Override
    public int available() {
        return bytes.available();
    }

    /** Reads on what nobody has read, not for long. */
    void close() {
        try {
            long end = System.nanoTime() + UNWANTED.toNanos();
            while (!ended && System.nanoTime() < end && !isAwaited()) {
                doRead(new Nowhere());
            }
        } catch (IOException gone) {
            giveUp();
        } finally {
            if (!ended) {
                giveUp();
            }
            request.setInputBuffer(bytes);
        }
    }

    /** Whoever asked first whether to send it has not sent it. */
    private boolean isAwaited() {
        return read == 0 && request.hasExpectation();
    }

    private void giveUp() {
        // Otherwise the server would go on reading what is left, at the caller's pace.
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        end();
    }

    private void end() {
        if (!ended) {
            ended = true;
            whole.run();
        }
    }

    private static final class Nowhere implements ApplicationBufferHandler {

        private ByteBuffer buffer = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer given) {
            buffer = given;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept.
        }
    }
}
