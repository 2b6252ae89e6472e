package org.clearancedesk.people;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clearancedesk.intake.BadInput;
import org.clearancedesk.intake.EmailAddress;
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

    /** Whether an address is the contact of this person's requests now; it may have been when they were sent. */
    public boolean accepts(String address, String requester) {
        return accepts(address, requester, of(requester));
    }

    /** The same, with the people and addresses that this person's requests may name. */
    public boolean accepts(String address, String requester, List<Contact> choices) {
        return isAmong(choices, address)
                || (isInAllowedDomain(address) && !isSameMailbox(address, ownAddress(requester)));
    }

    /** The member of the contacts' group whose address it is. */
    public Optional<Contact> member(String address) {
        return userDirectory.members(DeskGroup.NETFLIX_CONTACTS).stream()
                .filter(contact -> EmailAddress.same(contact.address(), address))
                .findFirst();
    }

    /** @throws BadInput when the address is the requester's own or that of nobody who may be named */
    public void require(String address, Caller requester) {
        require(FIELD, address, requester.user(), requester.email());
    }

    /** The same for an address that was given in a field of another name. */
    public void require(String field, String address, String requester) {
        require(field, address, requester, ownAddress(requester));
    }

    private void require(String field, String address, String requester, @Nullable String own) {
        if (isSameMailbox(address, own)) {
            throw NotAllowed.at(
                    field,
                    "The Netflix contact is somebody else than whoever makes the request. " + choices(requester));
        }
        if (!isAmong(of(requester, own), address) && !isInAllowedDomain(address)) {
            throw new BadInput(
                    field,
                    "The Netflix contact is one of the desk’s contacts, which “%s” is not. %s"
                            .formatted(address, choices(requester)));
        }
    }

    private static boolean isAmong(List<Contact> choices, String address) {
        return choices.stream().anyMatch(contact -> EmailAddress.same(contact.address(), address));
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
