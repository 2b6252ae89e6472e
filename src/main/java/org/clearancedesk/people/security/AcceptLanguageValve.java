package org.clearancedesk.people.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.tomcat.util.http.MimeHeaders;
import org.springframework.http.HttpHeaders;

/**
 * Keeps the first few of the languages that a browser names and drops the others: the server fails at more, before anything
 * of the desk sees the call, and the desk speaks one language to everybody.
 */
final class AcceptLanguageValve extends ValveBase {

    /** As many as the server reads. */
    private static final int TAKEN = 10;

    AcceptLanguageValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        MimeHeaders headers = request.getCoyoteRequest().getMimeHeaders();
        List<String> named = Collections.list(headers.values(HttpHeaders.ACCEPT_LANGUAGE)).stream()
                .flatMap(header -> Stream.of(header.split(",", -1)))
                .limit(TAKEN + 1)
                .toList();
        if (named.size() > TAKEN) {
            // There may be several such headers; one of them remains.
            headers.setValue(HttpHeaders.ACCEPT_LANGUAGE).setString(String.join(",", named.subList(0, TAKEN)));
        }
        getNext().invoke(request, response);
    }
}
