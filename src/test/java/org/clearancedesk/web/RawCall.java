package org.clearancedesk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A call byte by byte, with whatever no decent client would send. */
record RawCall(String method, String target, List<String> headers, byte[] body) {

    private static final int PATIENCE = 20_000;

    /** What came back; status 0 when the desk hung up without a word. */
    record Reply(int status, String text) {}

    Reply sendTo(int port) throws IOException {
        return sendTo(port, InetAddress.getLoopbackAddress());
    }

    /** From one of this machine's own addresses, as calls are counted by where they come from. */
    Reply sendTo(int port, InetAddress from) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port, from, 0)) {
            socket.setSoTimeout(PATIENCE);
            write(socket.getOutputStream());
            // Nothing more will come, however much was announced.
            if (!socket.isClosed()) {
                socket.shutdownOutput();
            }
            return read(socket.getInputStream());
        }
    }

    private void write(OutputStream out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder head =
                new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\nConnection: close\r\n");
        if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
            head.append("Host: localhost\r\n");
        }
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (headers.stream().noneMatch(header -> header.startsWith("Transfer-Encoding"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        try {
            out.write(bytes.toByteArray());
            out.flush();
        } catch (SocketException answeredAlready) {
            // Too much was sent; the answer says so.
        }
    }

    private static Reply read(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            in.transferTo(bytes);
        } catch (SocketTimeoutException silent) {
            return new Reply(504, "The desk does not answer.");
        } catch (SocketException hungUp) {
            // What was said before counts.
        }
        String text = bytes.toString(StandardCharsets.UTF_8);
        return text.startsWith("HTTP/1.1 ")
                ? new Reply(Integer.parseInt(text.substring(9, 12)), text)
                : new Reply(0, text);
    }

    @Override
    public String toString() {
        String sent = new String(body, StandardCharsets.UTF_8);
        return "%s %s%n  %s%n  %s"
                .formatted(
                        method,
                        shortened(target),
                        headers.stream().map(RawCall::shortened).toList(),
                        shortened(sent));
    }

    private static String shortened(String text) {
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
