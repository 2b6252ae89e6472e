package org.clearancedesk.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clearancedesk.intake.NameKey;
import org.clearancedesk.register.CanonicalJson;
import org.clearancedesk.register.CaseVisibility;
import org.clearancedesk.register.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows consents to people, each as far as they may know its case. */
@Component
public class ConsentList {

    private static final String AS_SEEN =
            "select k.*, c.code_name, c.production_title, c.production_code, c.status, case when "
                    + CaseVisibility.INSIDE + " then true else false end as inside";
    private static final String FROM =
            " from clearance_consent k join clearance_case c on c.number = k.case_number where "
                    + CaseVisibility.VISIBLE;
    private static final String IN_FORCE =
            " and k.state in ('GIVEN', 'LIMITED') and (k.ends_on is null or k.ends_on >= :today)";
    private static final String KNOWN = " and " + CaseVisibility.INSIDE;

    /** A confidential one stays in its place when it changes. */
    private static final String NEWEST_FIRST =
            " case when " + CaseVisibility.INSIDE + " then k.stands_since else k.asked_at end desc";

    private final JdbcClient jdbc;
    private final CanonicalJson json;
    private final Clock clock;

    ConsentList(JdbcClient jdbc, CanonicalJson json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** @throws UnknownConsent when there is none that the reader may see */
    public Consent get(String id, Viewer viewer) {
        return jdbc.sql(AS_SEEN + FROM + " and k.id = :id")
                .param("id", id)
                .params(CaseVisibility.of(viewer))
                .query(row())
                .optional()
                .orElseThrow(UnknownConsent::new);
    }

    /** Nobody finds a confidential one by what they may not know of it. */
    public ConsentSearch.Page find(ConsentSearch search, Viewer viewer) {
        StringBuilder where = new StringBuilder(FROM);
        Map<String, Object> params = CaseVisibility.of(viewer);
        params.put("today", today());
        if (search.state() != null) {
            where.append(inState(search.state()));
            params.put("state", search.state().name());
        }
        if (search.endingWithin() != null) {
            where.append(KNOWN).append(IN_FORCE).append(" and k.ends_on <= :until");
            params.put("until", today().plusDays(search.endingWithin()));
        }
        if (search.text() != null) {
            where.append(" and (lower(c.number) like :text escape '!' or lower(c.code_name) like :text escape '!' or (")
                    .append(CaseVisibility.INSIDE)
                    .append(" and (k.performer_key like :name escape '!' or k.performer_key like :part escape '!'"
                            + " or lower(c.title) like :text escape '!'"
                            + " or lower(c.production_title) like :text escape '!'"
                            + " or lower(c.production_code) like :text escape '!')))");
            params.put("text", part(search.text().toLowerCase(Locale.ROOT)));
            params.put("name", part(NameKey.of(search.text()).value()));
            params.put("part", part(NameKey.ofPart(search.text()).value()));
        }
        long total = jdbc.sql("select count(*) from (select k.id" + where + " fetch first :most rows only) found")
                .params(params)
                .param("most", ConsentSearch.MOST_COUNTED + 1)
                .query(Long.class)
                .single();
        params.put("size", search.size());
        params.put("offset", (long) search.page() * search.size());
        String order = search.endingWithin() == null ? NEWEST_FIRST : " k.ends_on";
        List<Consent> consents = jdbc.sql(
                        AS_SEEN + where + " order by" + order + ", k.id offset :offset rows fetch next :size rows only")
                .params(params)
                .query(row())
                .list();
        return new ConsentSearch.Page(
                consents,
                search.page(),
                search.size(),
                Math.min(total, ConsentSearch.MOST_COUNTED),
                total > ConsentSearch.MOST_COUNTED);
    }

    private static String part(String text) {
        return "%" + text.replaceAll("[!%_]", "!$0") + "%";
    }

    /** How a confidential one stands is found by nobody who does not work on it. */
    private static String inState(ConsentState state) {
        return switch (state) {
            case CONFIDENTIAL -> " and not " + CaseVisibility.INSIDE;
            case EXPIRED -> KNOWN + " and k.state in ('GIVEN', 'LIMITED') and k.ends_on < :today";
            case GIVEN, LIMITED -> KNOWN + " and k.state = :state" + IN_FORCE;
            case ASKED, REFUSED, WITHDRAWN, NOT_REQUIRED, NO_LONGER_NAMED -> KNOWN + " and k.state = :state";
        };
    }

    private ConsentRow row() {
        return new ConsentRow(json, today());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
