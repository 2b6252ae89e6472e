package org.clearancedesk.register;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Who sees a case, and who sees what it is about, as conditions on {@code clearance_case}. */
public final class CaseVisibility {

    /** The reader works on the case: it is their own, names them as its contact, or they took a step of it. Or it is no secret. */
    public static final String INSIDE =
            """
            (code_name is null or requester = :user or contact_user = :contactUser
              or (contact_user is null and lower(netflix_contact) = :contact)
              or exists (select 1 from clearance_insider i where i.case_number = number and i.user_id = :user))
            """;

    /** Every column, and whether the reader may know what stands in it. */
    static final String AS_SEEN =
            "select clearance_case.*, case when %s then true else false end as inside".formatted(INSIDE);

    static final String AS_REQUESTER = "requester = :user";
    static final String AS_MEMBER = "production_key in (:productions)";
    static final String AS_CONTACT = "contact_user = :contactUser";

    /** The address was nobody's when it was named. Whose it was then sees the case, not whoever has the address today. */
    static final String BY_ADDRESS = "contact_user is null and lower(netflix_contact) = :contact";

    /** A step of the case was brought before a group of the reader's. */
    static final String AS_ONE_ASKED =
            "exists (select 1 from clearance_reader r where r.case_number = number and r.group_id in (:groups))";

    public static final String VISIBLE = "(:everything or %s or %s or %s or (%s) or %s)"
            .formatted(AS_REQUESTER, AS_MEMBER, AS_CONTACT, BY_ADDRESS, AS_ONE_ASKED);

    private CaseVisibility() {}

    /** What the conditions compare with. */
    public static Map<String, Object> of(Viewer viewer) {
        Map<String, Object> params = new HashMap<>();
        params.put("everything", viewer.everything());
        params.put("user", viewer.user());
        params.put("productions", orNone(viewer.productions()));
        params.put("contactUser", viewer.contact() == null ? "" : viewer.user());
        params.put("contact", viewer.contact() == null ? "" : viewer.contact().toLowerCase(Locale.ROOT));
        params.put("groups", orNone(viewer.groups()));
        return params;
    }

    private static List<String> orNone(Set<String> ids) {
        return ids.isEmpty() ? List.of("") : List.copyOf(ids);
    }
}
