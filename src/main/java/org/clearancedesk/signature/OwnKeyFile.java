package org.clearancedesk.signature;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/** A key that the desk makes when it is missing, for trying out: its password lies beside it, for the owner's eyes only. */
record OwnKeyFile(Path directory, boolean mustBeThere) implements KeyPlace {

    private static final int PASSWORD_BYTES = 24;

    @Override
    public KeyStore open(Instant now) {
        if (!Files.exists(store())) {
            if (mustBeThere) {
                throw new NotSigned(
                        "There is no signing key at “%s”. Set %s.directory to the folder where the desk keeps it."
                                .formatted(store(), SignatureProperties.PREFIX));
            }
            make(now);
        }
        return new KeyFile(store(), password()).open(now);
    }

    @Override
    public char[] password() {
        try {
            return Files.readString(secret()).strip().toCharArray();
        } catch (IOException e) {
            throw new NotSigned(
                    "The password of the desk's own key cannot be read from “%s”. Delete the folder to begin with a new key."
                            .formatted(secret()),
                    e);
        }
    }

    @Override
    public long version() {
        return store().toFile().lastModified();
    }

    private Path store() {
        return directory.resolve("signing-key.p12");
    }

    private Path secret() {
        return directory.resolve("signing-key.password");
    }

    private void make(Instant now) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        try {
            Files.createDirectories(directory);
            Path half = Files.createTempFile(directory, "key", ".half", forTheOwner());
            try (OutputStream file = Files.newOutputStream(half)) {
                SelfMadeKey.make("GenAI clearance desk (trial)", now, password.toCharArray())
                        .store(file, password.toCharArray());
            }
            Files.deleteIfExists(secret());
            Files.writeString(Files.createFile(secret(), forTheOwner()), password, StandardCharsets.US_ASCII);
            // The key comes last and at once, so that a start that breaks off leaves nothing that looks whole.
            Files.move(half, store(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | GeneralSecurityException e) {
            throw new NotSigned("The desk cannot put a signing key of its own into “%s”.".formatted(directory), e);
        }
    }

    private FileAttribute<?>[] forTheOwner() throws IOException {
        return Files.getFileStore(directory).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
