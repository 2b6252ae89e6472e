package org.clearancedesk.approval;

import java.util.Optional;
import java.util.Set;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.ClearanceRequest;
import org.clearancedesk.people.Caller;
import org.clearancedesk.register.ApprovalEvents;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.ClearanceCase;
import org.clearancedesk.register.Status;
import org.clearancedesk.register.UnknownCase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which request is to take the place of which earlier approval. */
@Component
@Transactional
public class Renewals {

    /** How an approval can stand that a new one may take the place of. */
    public static final Set<Status> RENEWABLE = Set.of(Status.APPROVED, Status.SUSPENDED, Status.EXPIRED);

    private final JdbcClient jdbc;
    private final CaseRepository cases;
    private final ApprovalEvents record;

    Renewals(JdbcClient jdbc, CaseRepository cases, ApprovalEvents record) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.record = record;
    }

    /**
     * Keeps whose place a request is to take.
     *
     * @throws BadInput when there is no such approval of this person's, it cannot be renewed, or is being renewed already
     */
    public void note(String successor, ClearanceRequest request, Caller caller) {
        String predecessor = request.predecessor();
        if (predecessor == null) {
            return;
        }
        requireRenewable(predecessor, caller);
        if (request.confidential()) {
            requireHidden(cases.get(predecessor));
        }
        jdbc.sql("insert into clearance_renewal (case_number, predecessor) values (?, ?)")
                .params(successor, predecessor)
                .update();
    }

    /**
     * A changed request, which still renews what it did when it was sent.
     *
     * @throws BadInput when the change names another approval
     */
    @Transactional(readOnly = true)
    public ClearanceRequest keptIn(ClearanceRequest changed, String number) {
        String kept = predecessorOf(number).orElse(null);
        if (changed.predecessor() != null && !changed.predecessor().equals(kept)) {
            throw refused(
                    "A change cannot make this request renew %s. Please withdraw it, and renew that approval from its page.",
                    changed.predecessor());
        }
        if (kept != null && changed.confidential()) {
            requireHidden(cases.get(kept));
        }
        return changed.renewing(kept);
    }

    /** @throws BadInput when the approval cannot be renewed by this person now */
    public void requireRenewable(String predecessor, Caller caller) {
        ClearanceCase earlier = find(predecessor, caller);
        if (!RENEWABLE.contains(record.lock(earlier.number()))) {
            throw refused("%s has no approval that could be renewed. Please leave the field empty.", predecessor);
        }
        underWay(predecessor).ifPresent(other -> {
            throw refused("%s is being renewed already, by " + other + ".", predecessor);
        });
    }

    /** The approval whose place a request is to take. */
    @Transactional(readOnly = true)
    public Optional<String> predecessorOf(String number) {
        return jdbc.sql("select predecessor from clearance_renewal where case_number = ?")
                .param(number)
                .query(String.class)
                .optional();
    }

    /** Whether a later approval can still take its place. */
    public boolean canBeSuperseded(String number) {
        return RENEWABLE.contains(record.lock(number));
    }

    /** The request that is under way to take an approval's place. */
    @Transactional(readOnly = true)
    public Optional<String> underWay(String predecessor) {
        return jdbc
                .sql("select case_number from clearance_renewal where predecessor = ? order by case_number")
                .param(predecessor)
                .query(String.class)
                .list()
                .stream()
                .filter(each -> !cases.get(each).status().isFinal())
                .findFirst();
    }

    /** A code name beside the number of an approval that everybody knows by its title would hide nothing. */
    private static void requireHidden(ClearanceCase earlier) {
        if (earlier.codeName() == null) {
            throw new BadInput(
                    "codeName",
                    "This request renews %s, which others know by its title already. Please leave the code name empty."
                            .formatted(earlier.number()));
        }
    }

    private ClearanceCase find(String number, Caller caller) {
        try {
            ClearanceCase found = cases.get(number, caller.reader());
            if (found.requester().equals(caller.user()) || caller.worksOn(found.productionCode())) {
                return found;
            }
        } catch (UnknownCase hidden) {
            throw refused("There is no approval %s of yours or your production's. Please check the number.", number);
        }
        throw refused("There is no approval %s of yours or your production's. Please check the number.", number);
    }

    private static BadInput refused(String sentence, String number) {
        return new BadInput("predecessor", sentence.formatted(number));
    }
}
