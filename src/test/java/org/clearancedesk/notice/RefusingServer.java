package org.clearancedesk.notice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that knows nobody. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    RefusingServer() throws IOException {
        Thread server = new Thread(this::serve, "refusing mail server");
        server.setDaemon(true);
        server.start();
    }

    int port() {
        return door.getLocalPort();
    }

    private void serve() {
        try (Socket caller = door.accept();
                BufferedReader heard =
                        new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII))) {
            say(caller, "220 ready");
            String line = heard.readLine();
            while (line != null) {
                say(
                        caller,
                        line.startsWith("RCPT")
                                ? "550 No such person"
                                : line.startsWith("QUIT") ? "221 bye" : "250 ok");
                line = heard.readLine();
            }
        } catch (IOException e) {
            if (!door.isClosed()) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void say(Socket caller, String line) throws IOException {
        OutputStream out = caller.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
