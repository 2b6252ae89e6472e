package org.clearancedesk.notice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the addresses of an audience. */
final class Recipients {

    private final AddressBook addresses;

    Recipients(AddressBook addresses) {
        this.addresses = addresses;
    }

    /** @param missing gets a sentence for each person, or whole group, that cannot be reached */
    List<String> of(Audience audience, Notice notice, CaseSummary about, List<NoticeNotSent> missing) {
        return switch (audience) {
            case REQUESTER -> addressOf(about.requester(), missing);
            case NETFLIX_CONTACT -> about.netflixContacts();
            case GROUPS -> members(notice, missing);
            case HOLDER_OR_GROUPS ->
                notice.person() == null ? members(notice, missing) : addressOf(notice.person(), missing);
        };
    }

    private List<String> addressOf(String user, List<NoticeNotSent> missing) {
        Optional<String> address = addresses.emailOf(user);
        if (address.isEmpty()) {
            missing.add(new NoticeNotSent(
                    "The user “%s” has no e-mail address. Please add one to their profile, then send again."
                            .formatted(user),
                    null));
        }
        return address.stream().toList();
    }

    private List<String> members(Notice notice, List<NoticeNotSent> missing) {
        if (notice.groups().isEmpty() && notice.kind() != NoticeKind.WITHDRAWN) {
            throw new IllegalArgumentException("A notice %s has to name a group.".formatted(notice.kind()));
        }
        List<String> members = new ArrayList<>();
        for (String group : notice.groups()) {
            List<String> reachable = addresses.emailsOf(group);
            if (reachable.isEmpty()) {
                missing.add(new NoticeNotSent(
                        "Nobody in the group “%s” has an e-mail address. Please add a member who has one, then send again."
                                .formatted(group),
                        null));
            }
            members.addAll(reachable);
        }
        return members;
    }
}
