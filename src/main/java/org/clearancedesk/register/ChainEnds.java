package org.clearancedesk.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the chains end that are of no case, and up to where their rows were forgotten because they are old. */
@Component
public class ChainEnds {

    private final JdbcClient jdbc;

    ChainEnds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public ChainHead of(String chain) {
        return head(chain, "last", "");
    }

    /** The same; whoever else would add to the chain waits until the caller's transaction ends. */
    public ChainHead lock(String chain) {
        return head(chain, "last", " for update");
    }

    /** The last row that was forgotten; 0 when none was. */
    public ChainHead forgotten(String chain) {
        return head(chain, "forgotten", "");
    }

    public void move(String chain, int sequence, String hash) {
        jdbc.sql("update clearance_chain set last_sequence = ?, last_hash = ? where name = ?")
                .params(sequence, hash, chain)
                .update();
    }

    public void forget(String chain, int sequence, String hash) {
        jdbc.sql("update clearance_chain set forgotten_sequence = ?, forgotten_hash = ? where name = ?")
                .params(sequence, hash, chain)
                .update();
    }

    private ChainHead head(String chain, String which, String lock) {
        return jdbc.sql("select %1$s_sequence, %1$s_hash from clearance_chain where name = ?%2$s"
                        .formatted(which, lock))
                .param(chain)
                .query((row, index) -> new ChainHead(row.getInt(1), row.getString(2)))
                .optional()
                // Without its end no chain fits.
                .orElse(new ChainHead(0, ""));
    }
}
