package org.clearancedesk.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.register.ChainEnds;
import org.clearancedesk.register.ChainHead;
import org.clearancedesk.register.RowChain;
import org.clearancedesk.register.RowText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Checks that no refused attempt was changed, taken out or put in since it was written down, but for the oldest, which are forgotten. */
@Component
class AttemptAudit {

    static final String CHAIN = "ATTEMPTS";
    private static final int PAGE = 500;

    private final JdbcClient jdbc;
    private final ChainEnds ends;
    private final RowChain chain;

    AttemptAudit(JdbcClient jdbc, ChainEnds ends, RowChain chain) {
        this.jdbc = jdbc;
        this.ends = ends;
        this.chain = chain;
    }

    /** Names the first row that does not fit; behind it nothing is proved. */
    void check(Findings findings) {
        jdbc.sql("select id from refused_attempt where position is null order by id limit ?")
                .param(Findings.KEPT)
                .query(Long.class)
                .list()
                .forEach(id -> findings.add(
                        Broken.place(null, "refused attempt " + id, "It was put in; nothing links it to the others.")));
        ChainHead end = ends.of(CHAIN);
        ChainHead at = ends.forgotten(CHAIN);
        List<Map<String, @Nullable String>> page = after(at.sequence());
        while (!page.isEmpty()) {
            for (Map<String, @Nullable String> row : page) {
                int position = Integer.parseInt(String.valueOf(row.get(RowChain.POSITION)));
                String fault = fault(row, position, at);
                if (fault != null) {
                    findings.add(Broken.place(null, "refused attempt " + row.get("id"), fault));
                    return;
                }
                at = new ChainHead(position, String.valueOf(row.get(RowChain.HASH)));
            }
            page = after(at.sequence());
        }
        if (at.sequence() != end.sequence() || !at.hash().equals(end.hash())) {
            findings.add(Broken.place(
                    null,
                    "refused attempts",
                    "They end at %d, where the last one was %d.".formatted(at.sequence(), end.sequence())));
        }
    }

    private @Nullable String fault(Map<String, @Nullable String> row, int position, ChainHead before) {
        if (position != before.sequence() + 1) {
            return "Between it and the one before some are gone.";
        }
        if (!before.hash().equals(row.get(RowChain.PREVIOUS))) {
            return "It does not follow the one before it.";
        }
        return Objects.equals(row.get(RowChain.HASH), chain.hash(CHAIN, position, before.hash(), row))
                ? null
                : "It was changed after it was written down.";
    }

    private List<Map<String, @Nullable String>> after(int position) {
        return jdbc.sql("select * from refused_attempt where position > ? order by position limit ?")
                .params(position, PAGE)
                .query((row, index) -> RowText.of(row))
                .list();
    }
}
