package org.clearancedesk.operations;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Forty calls of one caller at the same time, each as slow as they come. */
final class SlowCallers implements AutoCloseable {

    static final int MANY = 40;

    private static final int SMALL_WINDOW = 4 * 1024;
    private static final int LENGTH = 200;

    private final List<Socket> calls = new ArrayList<>();
    private final ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();

    private SlowCallers() {}

    /** Ask for something and never read the answer. */
    static SlowCallers whoReadNothing(int port, String path, String authorization) throws IOException {
        SlowCallers callers = new SlowCallers();
        for (int i = 0; i < MANY; i++) {
            callers.call(
                    port,
                    "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: " + authorization + "\r\n\r\n");
        }
        return callers;
    }

    /** Send a form, one letter every five seconds. */
    static SlowCallers whoHardlySend(int port, String path) throws IOException {
        SlowCallers callers = new SlowCallers();
        for (int i = 0; i < MANY; i++) {
            callers.call(
                    port,
                    "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: " + LENGTH
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nu");
        }
        callers.drip.scheduleAtFixedRate(callers::oneLetter, 5, 5, TimeUnit.SECONDS);
        return callers;
    }

    private void call(int port, String head) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        socket.getOutputStream().write(head.getBytes(US_ASCII));
        calls.add(socket);
    }

    /** What has been answered so far, by its first line alone. */
    List<String> statuses() throws IOException {
        List<String> statuses = new ArrayList<>();
        for (Socket each : calls) {
            each.setSoTimeout(5_000);
            try {
                byte[] line = each.getInputStream().readNBytes("HTTP/1.1 200".length());
                if (line.length > 0) {
                    statuses.add(new String(line, US_ASCII).substring("HTTP/1.1 ".length()));
                }
            } catch (SocketTimeoutException unanswered) {
                // It is under way.
            }
        }
        return statuses;
    }

    private void oneLetter() {
        for (Socket each : calls) {
            try {
                each.getOutputStream().write('u');
            } catch (IOException hungUp) {
                // That is what the desk shall do.
            }
        }
    }

    @Override
    public void close() throws IOException {
        drip.shutdownNow();
        for (Socket each : calls) {
            each.close();
        }
    }
}
