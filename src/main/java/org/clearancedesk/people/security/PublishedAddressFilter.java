package org.clearancedesk.people.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets every call have come to the published address, so that whatever leads on leads there, whoever said what on the way. */
class PublishedAddressFilter extends ValveBase {

    private final String scheme;
    private final String host;
    private final int port;

    PublishedAddressFilter(URI address) {
        super(true);
        this.scheme = address.getScheme();
        this.host = address.getHost();
        this.port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setSecure(scheme.equals("https"));
        request.getCoyoteRequest().scheme().setString(scheme);
        request.getCoyoteRequest().serverName().setString(host);
        request.getCoyoteRequest().setServerPort(port);
        getNext().invoke(request, response);
    }
}
