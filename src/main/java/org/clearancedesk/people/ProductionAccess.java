package org.clearancedesk.people;

import org.clearancedesk.intake.BadInput;
import org.clearancedesk.production.ProductionCode;
import org.springframework.stereotype.Component;

/** Decides for which productions somebody may send requests: their own, and those that nobody knows yet. */
@Component
public class ProductionAccess {

    private static final String FIELD = "production.code";

    private final UserDirectory userDirectory;

    ProductionAccess(UserDirectory userDirectory) {
        this.userDirectory = userDirectory;
    }

    /** @throws BadInput when the production has its people and this person is none of them */
    public void require(String code, Caller requester) {
        String key = ProductionCode.keyOf(code);
        if (!requester.worksOn(code) && userDirectory.productions().contains(key)) {
            throw NotAllowed.at(
                    FIELD,
                    "You do not belong to the production %s, so you cannot send requests for it. Please check the code, or ask an administrator to add you to the production."
                            .formatted(code));
        }
    }

    /** The same for a change of a request, which may stay where it is. */
    public void require(String code, String codeBefore, Caller requester) {
        if (!ProductionCode.keyOf(code).equals(ProductionCode.keyOf(codeBefore))) {
            require(code, requester);
        }
    }
}
