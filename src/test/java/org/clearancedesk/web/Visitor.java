package org.clearancedesk.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Somebody who talks HTTP with the desk: nobody in particular, a program with a password, or a person with a session. */
public final class Visitor {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "part-of-a-form";

    private final String base;
    private final CookieManager cookies;
    private final HttpClient client;
    private final Map<String, String> headers;

    public Visitor(String base) {
        this(base, HttpClient.newBuilder());
    }

    /** Somebody who believes the certificates of this context. */
    public Visitor(String base, SSLContext trusted) {
        this(base, HttpClient.newBuilder().sslContext(trusted));
    }

    private Visitor(String base, HttpClient.Builder client) {
        this.base = base;
        this.cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        this.client = client.cookieHandler(cookies).build();
        this.headers = new LinkedHashMap<>();
    }

    private Visitor(String base, Visitor same) {
        this.base = base;
        this.cookies = same.cookies;
        this.client = same.client;
        this.headers = same.headers;
    }

    /** The same person with the same cookies, at another node of the desk. */
    public Visitor at(String node) {
        return new Visitor(node, this);
    }

    /** Sends name and password with every call. */
    public Visitor withPassword(String user, String password) {
        String pair = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return with("Authorization", "Basic " + pair);
    }

    public Visitor with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    /** Fills in the sign-in page. */
    public Answer signsIn(String user, String password) {
        get("/login").expect(200);
        return post(
                "/login",
                "application/x-www-form-urlencoded",
                "username=%s&password=%s&_csrf=%s".formatted(encoded(user), encoded(password), cookie("DESK-CSRF")));
    }

    /** Opens Tasklist, whose own token goes with every call from then on. */
    public Visitor inTasklist() {
        get("/camunda/app/tasklist/default/").expect(200);
        return with("X-XSRF-TOKEN", cookie("XSRF-TOKEN"));
    }

    /** Calls the interface that Tasklist works on. */
    public Answer tasklist(String method, String path, Object value) {
        return send(method, "/camunda/api/engine/engine/default" + path, value);
    }

    /** Asks the interface that Tasklist works on. */
    public Answer tasklist(String method, String path) {
        return call(method, "/camunda/api/engine/engine/default" + path, Map.of(), new byte[0]);
    }

    /** Sends a value as JSON. */
    public Answer send(String method, String path, Object value) {
        try {
            return call(method, path, Map.of("Content-Type", "application/json"), JSON.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public String cookie(String name) {
        return find(name).orElse("");
    }

    String address() {
        return base;
    }

    /** Plants a cookie, as somebody might who gets hold of another person's browser or owns a neighbouring site. */
    Visitor holds(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain(URI.create(base).getHost());
        cookie.setVersion(0);
        cookies.getCookieStore().getCookies().stream()
                .filter(held -> held.getName().equals(name))
                .toList()
                .forEach(held -> cookies.getCookieStore().remove(null, held));
        cookies.getCookieStore().add(URI.create(base), cookie);
        return this;
    }

    private Optional<String> find(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public Answer get(String path) {
        return call("GET", path, Map.of(), new byte[0]);
    }

    /** Posts a value as JSON. */
    public Answer post(String path, Object value) {
        return send("POST", path, value);
    }

    public Answer post(String path, String contentType, String body) {
        return call("POST", path, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    public Answer upload(String path, String fileName, byte[] content) {
        return upload(path, "file", fileName, content);
    }

    Answer upload(String path, String field, String fileName, byte[] content) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/pdf\r\n\r\n"
                        .formatted(BOUNDARY, field, fileName)
                        .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(content);
        form.writeBytes("\r\n--%s--\r\n".formatted(BOUNDARY).getBytes(StandardCharsets.UTF_8));
        return call(
                "POST", path, Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY), form.toByteArray());
    }

    public Answer call(String method, String path, Map<String, String> own, byte[] body) {
        return send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body)),
                own);
    }

    /** Posts a body whose length is not told beforehand. */
    Answer streamed(String path, String contentType, InputStream body) {
        return send(
                HttpRequest.newBuilder(URI.create(base + path)).POST(BodyPublishers.ofInputStream(() -> body)),
                Map.of("Content-Type", contentType));
    }

    private Answer send(HttpRequest.Builder request, Map<String, String> own) {
        headers.forEach(request::setHeader);
        own.forEach(request::setHeader);
        HttpRequest built = request.build();
        try {
            return new Answer(client.send(built, BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("The desk hung up on %s %s.".formatted(built.method(), built.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
