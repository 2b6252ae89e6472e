package org.clearancedesk.signature;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The desk's keys, read again when what holds them was changed, so that a new key needs no restart. */
@Component
class KeyRing implements KeyLife {

    private final KeyPlace place;
    private final String alias;
    private final Clock clock;
    private final AtomicReference<@Nullable Read> last = new AtomicReference<>();

    KeyRing(SignatureProperties properties, Clock clock) {
        this.place = properties.place();
        this.alias = properties.keyAlias();
        this.clock = clock;
        if (!properties.checksOnly()) {
            keys();
        }
    }

    /** @throws NotSigned when no key holds now */
    SigningKey current() {
        return keys().current(clock.instant()).requireValid(clock.instant());
    }

    @Override
    public Instant endsAt() {
        return keys().current(clock.instant()).certificate().getNotAfter().toInstant();
    }

    /** Who signs next, also when that would fail. */
    String name() {
        return keys().current(clock.instant()).published().name();
    }

    List<PublicKeyOfDesk> published() {
        return keys().published();
    }

    private Keys keys() {
        Read read = last.get();
        long version = place.version();
        if (read == null || read.version != version) {
            // The place may make its key now, and is another version afterwards.
            Keys keys = Keys.in(place, alias, clock.instant());
            read = new Read(place.version(), keys);
            last.set(read);
        }
        return read.keys;
    }

    private record Read(long version, Keys keys) {}
}
