package org.clearancedesk.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.clearancedesk.web.Visitor;
import org.springframework.test.util.TestSocketUtils;

/** The desk as it is delivered, in a program of its own, with everything of the demo but its cases and limits. */
final class PackagedDesk implements AutoCloseable {

    private static final Path JDK = Path.of(System.getProperty("java.home"), "bin");
    private static final int SECONDS_TO_OPEN = 180;

    private final Process program;
    private final String address;

    private PackagedDesk(Process program, String address) {
        this.program = program;
        this.address = address;
        Runtime.getRuntime().addShutdownHook(new Thread(program::destroy));
    }

    /** Starts it and waits until it is open; its log and its mails go into the folder. */
    static PackagedDesk start(Path jar, String database, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = TestSocketUtils.findAvailableTcpPort();
        Process program = new ProcessBuilder(
                        JDK.resolve("java").toString(),
                        "-Xmx512m",
                        "-jar",
                        jar.toString(),
                        "--server.port=" + port,
                        "--spring.datasource.url=" + database,
                        "--clearance-desk.demo-cases=false",
                        "--clearance-desk.limits.requests-per-minute=0",
                        "--clearance-desk.mail.directory=" + folder.resolve("mail"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("desk.log").toFile())
                .start();
        PackagedDesk desk = new PackagedDesk(program, "http://127.0.0.1:" + port);
        desk.awaitOpen();
        return desk;
    }

    private void awaitOpen() throws InterruptedException {
        for (int second = 0; second < SECONDS_TO_OPEN && program.isAlive(); second++) {
            try {
                if (new Visitor(address).get("/actuator/health/readiness").status() == 200) {
                    return;
                }
            } catch (AssertionError notYet) {
                System.out.println("The desk is not open yet.");
            }
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException("The desk does not open; its log says why.");
    }

    /** A person with a session. */
    Visitor signedIn(String user) {
        Visitor person = new Visitor(address);
        person.signsIn(user, user).expect(302);
        person.get("/").expect(302);
        return person.with("X-DESK-CSRF", person.cookie("DESK-CSRF"));
    }

    /** What the heap holds after a collection, in MiB. */
    double heap() throws IOException, InterruptedException {
        jcmd("GC.run");
        return Integer.parseInt(jcmd("GC.heap_info").replaceAll("(?s).*?heap.*?used (\\d+)K.*", "$1")) / 1024.0;
    }

    /** What the operating system counts, in MiB. */
    double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + program.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process told =
                new ProcessBuilder(JDK.resolve("jcmd").toString(), Long.toString(program.pid()), command).start();
        String said = new String(told.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        told.waitFor();
        return said;
    }

    @Override
    public void close() throws InterruptedException {
        program.destroy();
        program.waitFor();
    }
}
