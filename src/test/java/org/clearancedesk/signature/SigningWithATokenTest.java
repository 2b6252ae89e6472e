package org.clearancedesk.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A token in software stands in for one of metal. It reads its settings from the environment, so it gets programs of its own. */
@ExtendWith(SoftTokenIsThere.class)
class SigningWithATokenTest {

    private static final String PIN = "482613";
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin");

    @TempDir
    private Path folder;

    @Test
    void leavesTheKeyInTheTokenAndYetSignsTextsAndPdfs() throws Exception {
        Path tokens = Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"), "directories.tokendir = %s\nlog.level = ERROR\n".formatted(tokens));
        Path token = Files.writeString(
                folder.resolve("token.cfg"),
                "name = Desk\nlibrary = %s\nslotListIndex = 0\n".formatted(SoftTokenIsThere.LIBRARY));
        run("softhsm2-util", "--init-token", "--free", "--label", "desk", "--so-pin", "00000000", "--pin", PIN);
        run(
                JAVA.resolve("keytool").toString(),
                "-genkeypair -keyalg EC -groupname secp256r1 -alias desk -dname CN=Token -validity 3650",
                "-storetype PKCS11 -addprovider SunPKCS11 -providerArg",
                token.toString(),
                "-storepass " + PIN);

        String said = run(
                JAVA.resolve("java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SigningWithATokenTest.class.getName(),
                token.toString(),
                PIN);

        assertThat(said).contains("signed by Token: PDF true, text true");
    }

    @Test
    void isRefusedInASentenceWithAWrongPin() throws Exception {
        String said = run(
                JAVA.resolve("java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SigningWithATokenTest.class.getName(),
                folder.resolve("none.cfg").toString(),
                "000");

        assertThat(said).contains("does not let the desk in: set clearance-desk.signature.pkcs11");
    }

    public static void main(String[] arguments) throws Exception {
        TrialSeal seal = TrialSeal.of(
                new SignatureProperties(
                        "", arguments[0], arguments[1], "", Path.of("unused"), "", Duration.ofSeconds(1), false),
                Clock.systemUTC());
        System.out.printf(
                "signed by %s: PDF %s, text %s%n",
                seal.pdfs().signedBy(),
                seal.pdfs().holds(seal.pdfs().sign(SigningKeyTest.emptyPdf())),
                SigningKeyTest.isGood(seal.texts().sign("text"), seal.texts().publicKeys()));
    }

    private String run(String program, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(program));
        for (String argument : arguments) {
            command.addAll(argument.startsWith("-") ? List.of(argument.split(" ")) : List.of(argument));
        }
        ProcessBuilder process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        return new String(process.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
