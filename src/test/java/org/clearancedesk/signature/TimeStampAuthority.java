package org.clearancedesk.signature;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamp authority on this machine, in good and in bad days. */
public final class TimeStampAuthority implements AutoCloseable {

    /** How the authority is today. */
    public enum Mood {
        WELL,
        HANGING,
        /** Answers only when it is in another mood. */
        SLOW,
        BROKEN,
        TALKING_NONSENSE
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final KeyPair keys;
    private final X509Certificate certificate;
    private final Semaphore asked = new Semaphore(0);
    private volatile Mood mood = Mood.WELL;

    public TimeStampAuthority() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            keys = generator.generateKeyPair();
            certificate = certificate(keys);
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", this::answer);
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tsa";
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public void is(Mood today) {
        asked.drainPermits();
        mood = today;
    }

    /** Waits for the next question after the mood has changed. */
    public void awaitQuestion() throws InterruptedException {
        if (!asked.tryAcquire(30, TimeUnit.SECONDS)) {
            throw new AssertionError("Nobody asks for a time stamp.");
        }
    }

    private void answer(HttpExchange call) {
        try (call) {
            byte[] question = call.getRequestBody().readAllBytes();
            asked.release();
            switch (mood) {
                case HANGING -> closing.await();
                case SLOW -> {
                    while (mood == Mood.SLOW && !closing.await(50, TimeUnit.MILLISECONDS)) {
                        // Still busy.
                    }
                    send(call, stamp(question));
                }
                case BROKEN -> call.sendResponseHeaders(503, -1);
                case TALKING_NONSENSE -> send(call, "<html>maintenance</html>".getBytes());
                case WELL -> send(call, stamp(question));
            }
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void send(HttpExchange call, byte[] body) throws IOException {
        call.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
    }

    private byte[] stamp(byte[] question) throws Exception {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", keys.getPrivate(), certificate),
                new JcaDigestCalculatorProviderBuilder()
                        .build()
                        .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("1.2.3.4"));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(question), BigInteger.ONE, new Date())
                .getEncoded();
    }

    private static X509Certificate certificate(KeyPair keys) throws Exception {
        X500Name name = new X500Name("CN=Time of the tests");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.TWO,
                                Date.from(now.minus(Duration.ofDays(365))),
                                Date.from(now.plus(Duration.ofDays(3650))),
                                name,
                                keys.getPublic())
                        .addExtension(
                                Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
