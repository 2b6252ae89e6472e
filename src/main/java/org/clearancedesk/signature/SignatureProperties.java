package org.clearancedesk.signature;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a studio sets for its signatures. Without a key of its own the desk makes one, which is for trying out.
 *
 * @param keyStore a PKCS#12 file with the signing key and its certificate; empty for none
 * @param pkcs11 the configuration of a security token for the JDK's SunPKCS11; empty for none
 * @param keyStorePassword opens the file or the token
 * @param keyAlias which key signs; empty for the newest that is valid
 * @param directory where the desk keeps the key that it makes itself
 * @param timeStampAuthority an RFC 3161 address that confirms when something was signed; empty for none
 * @param timeStampTimeout how long its answer may take
 * @param checksOnly whether nothing is signed, so that no key is made and one that is missing is missed only when asked for
 */
@ConfigurationProperties(SignatureProperties.PREFIX)
public record SignatureProperties(
        @DefaultValue("") String keyStore,
        @DefaultValue("") String pkcs11,
        @DefaultValue("") String keyStorePassword,
        @DefaultValue("") String keyAlias,
        @DefaultValue("data/signature") Path directory,
        @DefaultValue("") String timeStampAuthority,
        @DefaultValue("10s") Duration timeStampTimeout,
        @DefaultValue("false") boolean checksOnly) {

    public static final String PREFIX = "clearance-desk.signature";

    /** Where the studio keeps its keys; the desk's own place when it has set none. */
    public KeyPlace place() {
        char[] password = keyStorePassword.toCharArray();
        if (!keyStore.isBlank()) {
            return new KeyFile(Path.of(keyStore), password);
        }
        return pkcs11.isBlank() ? new OwnKeyFile(directory, checksOnly) : new SecurityToken(Path.of(pkcs11), password);
    }

    public boolean hasKeyOfTheStudio() {
        return !keyStore.isBlank() || !pkcs11.isBlank();
    }
}
