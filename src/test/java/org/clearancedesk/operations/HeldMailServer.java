package org.clearancedesk.operations;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A real mail server behind a door at which whoever comes waits until it is opened. */
final class HeldMailServer implements AutoCloseable {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch somebodyWaits = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    HeldMailServer() throws IOException {
        server.start();
        run(this::letIn);
    }

    int port() {
        return door.getLocalPort();
    }

    void awaitSomebody() throws InterruptedException {
        if (!somebodyWaits.await(1, TimeUnit.MINUTES)) {
            throw new AssertionError("Nobody wants to send a mail.");
        }
    }

    void open() {
        open.countDown();
    }

    GreenMail behind() {
        return server;
    }

    @Override
    public void close() throws IOException {
        open();
        door.close();
        server.stop();
    }

    private void letIn() {
        try {
            while (!door.isClosed()) {
                Socket visitor = door.accept();
                somebodyWaits.countDown();
                run(() -> connect(visitor));
            }
        } catch (IOException closed) {
            open.countDown();
        }
    }

    private void connect(Socket visitor) {
        try {
            open.await();
            Socket inner = new Socket("127.0.0.1", server.getSmtp().getPort());
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
        Thread thread = new Thread(work, "mail server");
        thread.setDaemon(true);
        thread.start();
    }
}
