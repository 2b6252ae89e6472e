package org.clearancedesk.notice;

import java.util.ArrayList;
import java.util.List;

/** Finds the addresses of an audience. */
final class Recipients {

    private final AddressBook addresses;

    Recipients(AddressBook addresses) {
        this.addresses = addresses;
    }

    /** @throws NoticeNotSent when a person, or a whole group, cannot be reached */
    List<String> of(Audience audience, Notice notice, CaseSummary about) {
        return switch (audience) {
            case REQUESTER -> List.of(addressOf(about.requester()));
            case NETFLIX_CONTACT -> about.netflixContacts();
            case GROUPS -> members(notice);
            case HOLDER_OR_GROUPS -> notice.person() == null ? members(notice) : List.of(addressOf(notice.person()));
        };
    }

    private String addressOf(String user) {
        return addresses
                .emailOf(user)
                .orElseThrow(() -> new NoticeNotSent(
                        "The user “%s” has no e-mail address. Please add one to their profile, then send again."
                                .formatted(user),
                        null));
    }

    private List<String> members(Notice notice) {
        if (notice.groups().isEmpty() && notice.kind() != NoticeKind.WITHDRAWN) {
            throw new IllegalArgumentException("A notice %s has to name a group.".formatted(notice.kind()));
        }
        List<String> members = new ArrayList<>();
        for (String group : notice.groups()) {
            List<String> reachable = addresses.emailsOf(group);
            if (reachable.isEmpty()) {
                throw new NoticeNotSent(
                        "Nobody in the group “%s” has an e-mail address. Please add a member who has one, then send again."
                                .formatted(group),
                        null);
            }
            members.addAll(reachable);
        }
        return members;
    }
}
