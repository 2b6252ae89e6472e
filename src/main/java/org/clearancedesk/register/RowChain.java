package org.clearancedesk.register;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Links rows that are no events: the hash of each is over all of its columns and the hash of the row before. */
@Component
public class RowChain {

    /** The columns that hold the link; {@code position} counts the rows of a chain from 1. */
    public static final String POSITION = "position";

    public static final String PREVIOUS = "previous_hash";
    public static final String HASH = "hash";

    private final ChainEnds ends;
    private final CanonicalJson json;

    RowChain(ChainEnds ends, CanonicalJson json) {
        this.ends = ends;
        this.json = json;
    }

    /** What a row gets when it is put behind the last one of its chain. */
    public record Link(int position, String previous, String hash) {}

    /** Puts a row behind the last one; the caller keeps the link with it in the same transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Link append(String chain, Map<String, @Nullable String> row) {
        ChainHead head = ends.lock(chain);
        int position = head.sequence() + 1;
        String hash = hash(chain, position, head.hash(), row);
        ends.move(chain, position, hash);
        return new Link(position, head.hash(), hash);
    }

    /** The hash that a row at this place must have. */
    public String hash(String chain, int position, String previous, Map<String, @Nullable String> row) {
        Map<String, @Nullable String> content = new TreeMap<>(row);
        content.keySet().removeAll(Set.of(POSITION, PREVIOUS, HASH));
        // A column that comes later says nothing about the rows from before.
        content.values().removeIf(Objects::isNull);
        return json.digestOf(Map.of("chain", chain, "position", position, "previousHash", previous, "row", content));
    }
}
