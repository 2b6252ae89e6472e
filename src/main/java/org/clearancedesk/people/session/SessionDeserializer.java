package org.clearancedesk.people.session;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.ConfigurableObjectInputStream;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;

/**
 * Reads what the database keeps of a session, and makes nothing that the desk would not have put there: whoever can write to
 * the database must not thereby run code in the desk.
 */
final class SessionDeserializer implements Converter<byte[], Object> {

    /** Stands for what is in a session and was not put there by the desk; in the place of a sign-in it is nobody's. */
    enum Foreign implements SecurityContext {
        CONTENT;

        @Override
        public @Nullable Authentication getAuthentication() {
            return null;
        }

        @Override
        public void setAuthentication(@Nullable Authentication nobody) {
            throw new UnsupportedOperationException();
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(SessionDeserializer.class);

    /** Who is signed in, with which tokens, to which page they wanted, and what these are made of. */
    private static final ObjectInputFilter OURS = ObjectInputFilter.Config.createFilter(String.join(
            ";",
            "maxdepth=50",
            "maxrefs=100000",
            "maxarray=100000",
            "maxbytes=4000000",
            "java.lang.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.time.*",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URL",
            "java.net.URI",
            "jakarta.servlet.http.Cookie",
            "org.clearancedesk.people.**",
            "org.springframework.security.core.**",
            "org.springframework.security.authentication.*",
            "org.springframework.security.web.authentication.**",
            "org.springframework.security.web.csrf.*",
            "org.springframework.security.web.savedrequest.*",
            "org.springframework.security.oauth2.core.**",
            "org.springframework.security.oauth2.client.**",
            // Claims of a provider that are objects or lists.
            "com.nimbusds.oauth2.sdk.util.*",
            "net.minidev.json.*",
            "org.camunda.bpm.webapp.impl.security.**",
            "!*"));

    @Override
    public @Nullable Object convert(byte[] content) {
        AtomicBoolean foreign = new AtomicBoolean();
        try (ObjectInputStream in = new ConfigurableObjectInputStream(
                new ByteArrayInputStream(content), SessionDeserializer.class.getClassLoader())) {
            in.setObjectInputFilter(next -> {
                ObjectInputFilter.Status status = OURS.checkInput(next);
                if (status == ObjectInputFilter.Status.REJECTED && foreign.compareAndSet(false, true)) {
                    LOG.warn("A session holds {}, which the desk does not put into sessions.", next.serialClass());
                }
                return status;
            });
            return in.readObject();
        } catch (InvalidClassException rejected) {
            return foreign.get() ? Foreign.CONTENT : leftOut();
        } catch (IOException | ClassNotFoundException | RuntimeException unreadable) {
            return leftOut();
        }
    }

    /** What another version of the desk wrote: its owner signs in again. */
    private static @Nullable Object leftOut() {
        LOG.info("Something in a session is not of this version of the desk and was left out.");
        return null;
    }
}
