package org.clearancedesk.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Answers in clamd's place, as a test wants it to. */
public final class ScannerStandIn implements AutoCloseable {

    private static final String COMMANDS = "ClamAV 1.4.6| COMMANDS: SCAN INSTREAM PING\n";

    private final int port;
    private final List<Socket> open = new ArrayList<>();
    private ServerSocket server;
    private volatile String answer = "stream: OK\0";
    private volatile boolean silent;
    private volatile boolean readsNothing;

    public ScannerStandIn() {
        server = listen(0);
        port = server.getLocalPort();
        serve(server);
    }

    public int port() {
        return port;
    }

    /** Answers every file with this; nothing at all when it is empty. */
    public void says(String text) {
        answer = text;
        silent = false;
        readsNothing = false;
        if (server.isClosed()) {
            server = listen(port);
            serve(server);
        }
    }

    /** Takes the file and never answers. */
    public void fallsSilent() {
        says("");
        silent = true;
    }

    /** Takes the call and nothing more. */
    public void readsNothing() {
        says("");
        readsNothing = true;
    }

    /** Nobody listens any more. */
    @Override
    public void close() {
        try {
            server.close();
            for (Socket each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ServerSocket listen(int port) {
        try {
            return new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve(ServerSocket listening) {
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    Socket caller = listening.accept();
                    open.add(caller);
                    Thread each = new Thread(() -> reply(caller));
                    each.setDaemon(true);
                    each.start();
                }
            } catch (SocketException closed) {
                // The test closed it.
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private void reply(Socket caller) {
        try {
            if (readsNothing) {
                return;
            }
            DataInputStream in = new DataInputStream(caller.getInputStream());
            boolean asksForCommands = command(in).contains("VERSIONCOMMANDS");
            if (!asksForCommands) {
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    in.readNBytes(length);
                }
            }
            if (!silent) {
                caller.getOutputStream()
                        .write((asksForCommands ? COMMANDS : answer).getBytes(StandardCharsets.ISO_8859_1));
                caller.close();
            }
        } catch (IOException gone) {
            // The caller lost patience.
        }
    }

    private static String command(DataInputStream in) throws IOException {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        for (int next = in.read(); next > 0 && next != '\n'; next = in.read()) {
            command.write(next);
        }
        return command.toString(StandardCharsets.US_ASCII);
    }
}
