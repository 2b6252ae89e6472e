package org.clearancedesk.web.people;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.clearancedesk.people.Contacts;
import org.clearancedesk.people.CurrentCaller;
import org.clearancedesk.web.people.ContactCorrections.Correction;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ContactsApi {

    private final Contacts contacts;
    private final ContactCorrections corrections;
    private final CurrentCaller caller;

    ContactsApi(Contacts contacts, ContactCorrections corrections, CurrentCaller caller) {
        this.contacts = contacts;
        this.corrections = corrections;
        this.caller = caller;
    }

    @Operation(summary = "The Netflix contacts that your requests may name")
    @GetMapping("/api/contacts")
    List<Choice> all() {
        return contacts.of(caller.get()).stream()
                .map(contact -> new Choice(contact.name(), contact.address()))
                .toList();
    }

    @Operation(
            summary = "Correct the Netflix contact of a request",
            description =
                    "For administrators. The new contact is told of the case and sees it from then on; the request itself stays as it was sent.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(schema = @Schema(implementation = Correction.class))))
    @PostMapping("/api/requests/{number}/contact")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void correct(@PathVariable String number, @RequestBody Map<String, Object> body) {
        corrections.correct(number, Correction.from(body), caller.get());
    }

    /** Somebody whom a request may name. */
    record Choice(String name, String address) {}
}
