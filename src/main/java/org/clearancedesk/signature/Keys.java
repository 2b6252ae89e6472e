package org.clearancedesk.signature;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one place.
 *
 * @param signing those with a secret part, the newest first
 * @param published all of them; an earlier key whose certificate stays there is still believed
 */
public record Keys(List<SigningKey> signing, List<PublicKeyOfDesk> published) {

    /**
     * @param alias which key signs; empty for any
     * @throws NotSigned when there is none that could sign
     */
    public static Keys in(KeyPlace place, String alias, Instant now) {
        KeyStore store = place.open(now);
        List<SigningKey> signing = new ArrayList<>();
        List<PublicKeyOfDesk> published = new ArrayList<>();
        try {
            for (String name : Collections.list(store.aliases())) {
                if (store.getCertificate(name) instanceof X509Certificate certificate) {
                    published.add(new PublicKeyOfDesk(certificate));
                    if (store.isKeyEntry(name) && (alias.isBlank() || alias.equalsIgnoreCase(name))) {
                        signing.add(signing(store, name, place));
                    }
                }
            }
        } catch (GeneralSecurityException e) {
            throw new NotSigned("The signing key cannot be taken out of its store: " + e.getMessage(), e);
        }
        if (signing.isEmpty()) {
            throw new NotSigned("There is no signing key%s with a certificate in what %s names."
                    .formatted(alias.isBlank() ? "" : " “" + alias + "”", SignatureProperties.PREFIX));
        }
        signing.sort(Comparator.comparing((SigningKey key) -> key.certificate().getNotBefore())
                .reversed());
        return new Keys(List.copyOf(signing), List.copyOf(published));
    }

    /** The newest that holds; the newest of all when none does. */
    public SigningKey current(Instant now) {
        return signing.stream()
                .filter(key -> key.published().complaint(now).isEmpty())
                .findFirst()
                .orElse(signing.get(0));
    }

    private static SigningKey signing(KeyStore store, String name, KeyPlace place) throws GeneralSecurityException {
        @Nullable PrivateKey secret = (PrivateKey) store.getKey(name, place.password());
        Certificate @Nullable [] chain = store.getCertificateChain(name);
        if (secret == null || chain == null) {
            throw new GeneralSecurityException("“%s” is incomplete.".formatted(name));
        }
        return new SigningKey(
                secret,
                Arrays.stream(chain).map(X509Certificate.class::cast).toList(),
                place instanceof SecurityToken ? store.getProvider() : null);
    }
}
