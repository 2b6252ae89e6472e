package org.clearancedesk.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.EmailAddress;
import org.clearancedesk.register.ClearanceCase;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Decides who may be the Netflix contact of whose request: a member of the contacts' group, or an address that the
 * configuration allows, and never whoever made the request.
 */
@Component
@EnableConfigurationProperties(ContactProperties.class)
public class Contacts {

    private static final String FIELD = "netflixContact";
    private static final int MOST_NAMED = 10;

    private final UserDirectory userDirectory;
    private final ContactProperties allowed;

    Contacts(UserDirectory userDirectory, ContactProperties allowed) {
        this.userDirectory = userDirectory;
        this.allowed = allowed;
    }

    /** The people and addresses that this person's requests may name. */
    public List<Contact> of(String requester) {
        return of(requester, ownAddress(requester));
    }

    /** The same for whoever is signed in, whose own address is known. */
    public List<Contact> of(Caller requester) {
        return of(requester.user(), requester.email());
    }

    private List<Contact> of(String requester, @Nullable String own) {
        return Stream.concat(
                        userDirectory.members(DeskGroup.NETFLIX_CONTACTS).stream(),
                        allowed.addresses().stream().map(address -> new Contact("", address, address)))
                .filter(contact -> !contact.user().equals(requester) && !isSameMailbox(contact.address(), own))
                .toList();
    }

    /** Whether the contact of a case is one still: they may have been when it was sent, or have another address now. */
    public boolean accepts(ClearanceCase about) {
        return accepts(about, of(about.requester()));
    }

    /** The same, with the people and addresses that the requests of its requester may name. */
    public boolean accepts(ClearanceCase about, List<Contact> choices) {
        String address = about.netflixContact();
        Set<String> users = choices.stream()
                .filter(contact -> EmailAddress.same(contact.address(), address))
                .map(Contact::user)
                .collect(Collectors.toSet());
        if (users.isEmpty()) {
            // Whoever was the contact has left, or has another address now.
            return about.contactUser() == null
                    && isInAllowedDomain(address)
                    && !isSameMailbox(address, ownAddress(about.requester()));
        }
        // An address that the configuration lists is not taken from whoever had it.
        return about.contactUser() == null || users.contains(about.contactUser()) || users.equals(Set.of(""));
    }

    /**
     * Whose address it is, among the contacts; empty for one that is that of no account.
     *
     * @throws BadInput when the address is the requester's own or that of nobody who may be named
     */
    public Optional<String> require(String address, Caller requester) {
        return require(FIELD, address, requester.user(), requester.email());
    }

    /** The same for an address that was given in a field of another name. */
    public Optional<String> require(String field, String address, String requester) {
        return require(field, address, requester, ownAddress(requester));
    }

    private Optional<String> require(String field, String address, String requester, @Nullable String own) {
        if (isSameMailbox(address, own)) {
            throw NotAllowed.at(
                    field,
                    "The Netflix contact is somebody else than whoever makes the request. " + choices(requester));
        }
        List<Contact> named = of(requester, own).stream()
                .filter(contact -> EmailAddress.same(contact.address(), address))
                .toList();
        if (named.isEmpty() && !isInAllowedDomain(address)) {
            throw new BadInput(
                    field,
                    "The Netflix contact is one of the desk’s contacts, which “%s” is not. %s"
                            .formatted(address, choices(requester)));
        }
        return named.stream().map(Contact::user).filter(user -> !user.isEmpty()).findFirst();
    }

    private boolean isInAllowedDomain(String address) {
        String plain = EmailAddress.keyOf(address);
        return allowed.domains().contains(plain.substring(plain.lastIndexOf('@') + 1))
                && !userDirectory.hasOwner(plain);
    }

    private String choices(String requester) {
        List<Contact> all = of(requester);
        if (all.isEmpty() && allowed.domains().isEmpty()) {
            return "There is none yet: please ask an administrator to add somebody to the group “%s”."
                    .formatted(DeskGroup.NETFLIX_CONTACTS.label());
        }
        String named = all.stream().limit(MOST_NAMED).map(Contact::toString).collect(Collectors.joining(", "));
        String domains = allowed.domains().stream()
                .map(domain -> "an address @" + domain)
                .collect(Collectors.joining(", "));
        String either =
                Stream.of(named, domains).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return "Please choose one of these: %s%s. If yours is missing, ask an administrator."
                .formatted(either, all.size() > MOST_NAMED ? " and others" : "");
    }

    private @Nullable String ownAddress(String requester) {
        return userDirectory.emailOf(requester).orElse(null);
    }

    /** Capitals, and what stands behind a plus sign, do not make another mailbox of it. */
    private static boolean isSameMailbox(String address, @Nullable String own) {
        return own != null && mailbox(address).equals(mailbox(own));
    }

    private static String mailbox(String address) {
        return EmailAddress.keyOf(address).replaceFirst("\\+[^@]*(?=@[^@]*$)", "");
    }
}
