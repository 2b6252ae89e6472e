package org.clearancedesk.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.clearancedesk.operations.start.WebServerAnalyzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.embedded.tomcat.ConnectorStartFailedException;

/** Whatever is wrong outside, the desk says it in one line that names the setting, and never in a stack trace alone. */
class FaultsAtTheStartTest {

    @TempDir
    Path folder;

    @Test
    void aPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                DeskProcess desk = new DeskProcess(
                        "--server.port=" + other.getLocalPort(),
                        "--clearance-desk.signature.directory=" + folder.resolve("keys"),
                        "--spring.datasource.url=jdbc:h2:mem:x",
                        "--clearance-desk.demo-cases=false",
                        "--clearance-desk.mail.directory=" + folder)) {
            assertThat(desk.ended()).isEqualTo(1);
            assertThat(desk.said())
                    .contains("Another program listens on port %d already.".formatted(other.getLocalPort()))
                    .anySatisfy(line -> assertThat(line).contains("set server.port to a free port"))
                    .noneSatisfy(line -> assertThat(line).startsWith("\tat "));
        }
    }

    @Test
    void anAddressOfAnotherMachineOrAPortForRootOnly() {
        FailureAnalysis analysis = new WebServerAnalyzer().analyze(new ConnectorStartFailedException(443));

        assertThat(analysis.getDescription()).contains("443", "server.address");
        assertThat(analysis.getAction()).contains("server.port", "below 1024");
    }

    @Test
    void noFolderForTemporaryFiles() throws Exception {
        Path missing = folder.resolve("missing");
        try (DeskProcess desk = new DeskProcess(
                "-Djava.io.tmpdir=" + missing, "--server.port=0", "--spring.datasource.url=jdbc:h2:mem:x")) {
            assertThat(desk.ended()).isEqualTo(1);
            assertThat(desk.said())
                    .contains("The folder for temporary files, %s, cannot be written to.".formatted(missing))
                    .anySatisfy(line -> assertThat(line).contains("-Djava.io.tmpdir", "disk is not full"))
                    .noneSatisfy(line -> assertThat(line).startsWith("\tat "));
        }
    }

    @Test
    void aDiskOnWhichNothingCanBeWritten() throws Exception {
        // A file where the folder should be keeps even root from writing there.
        Path noFolder = Files.writeString(folder.resolve("data"), "in the way");
        try (DeskProcess desk = new DeskProcess(
                "--server.port=0",
                "--spring.datasource.url=jdbc:h2:file:" + noFolder.resolve("desk") + ";PASSWORD=x")) {
            assertThat(desk.ended()).isEqualTo(1);
            assertThat(desk.said())
                    .anySatisfy(line -> assertThat(line)
                            .startsWith("The database jdbc:h2:file:" + noFolder.resolve("desk")
                                    + " (spring.datasource.url) cannot be used: "))
                    .anySatisfy(line -> assertThat(line).contains("folder may be written to", "disk is not full"))
                    .noneSatisfy(line -> assertThat(line).contains("PASSWORD=x"));
            assertThat(desk.said()
                            .subList(
                                    desk.said().indexOf("APPLICATION FAILED TO START"),
                                    desk.said().size()))
                    .as("the last word, whatever the database's driver has said before")
                    .noneSatisfy(line -> assertThat(line).startsWith("\tat "));
        }
    }

    @Test
    void aMailServerThatIsAway() throws IOException, InterruptedException {
        try (DeskProcess desk = new DeskProcess(
                "--server.port=0",
                "--clearance-desk.signature.directory=" + folder.resolve("keys"),
                "--spring.datasource.url=jdbc:h2:mem:x",
                "--clearance-desk.demo-cases=false",
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=1")) {
            desk.port();

            assertThat(desk.line(Pattern.compile("The mail server")))
                    .contains("127.0.0.1 cannot be used", "Mails wait until it can", "spring.mail.host");
            desk.terminate();
            desk.ended();
            assertThat(desk.said()).noneSatisfy(line -> assertThat(line).startsWith("\tat "));
        }
    }
}
