package org.clearancedesk.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A mail server that takes every visitor in and says nothing to them until it is told to go on. */
final class HeldPost implements AutoCloseable {

    private final ServerSocket door;
    private final int inside;
    private final Runnable afterwards;
    private final CountDownLatch somebody = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    HeldPost(int port, int inside, Runnable afterwards) {
        this.inside = inside;
        this.afterwards = afterwards;
        try {
            door = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::take);
    }

    void awaitSomebody() throws InterruptedException {
        if (!somebody.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody wants to send a mail.");
        }
    }

    void letThrough() {
        open.countDown();
    }

    @Override
    public void close() throws IOException {
        letThrough();
        door.close();
        afterwards.run();
    }

    private void take() {
        try {
            while (!door.isClosed()) {
                Socket visitor = door.accept();
                somebody.countDown();
                run(() -> lead(visitor));
            }
        } catch (IOException closed) {
            open.countDown();
        }
    }

    private void lead(Socket visitor) {
        try {
            open.await();
            Socket inner = new Socket("127.0.0.1", inside);
            run(() -> copy(visitor, inner));
            copy(inner, visitor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException hungUp) {
            // That is how a conversation ends.
        }
    }

    private static void run(Runnable work) {
        Thread thread = new Thread(work, "held post");
        thread.setDaemon(true);
        thread.start();
    }
}
