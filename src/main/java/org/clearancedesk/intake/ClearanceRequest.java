package org.clearancedesk.intake;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clearancedesk.production.Production;
import org.clearancedesk.production.ProductionCode;
import org.jspecify.annotations.Nullable;

/**
 * One intended use of generative AI, as a production describes it.
 *
 * @param codeName what the request is called for everybody who does not work on it; null when it is not confidential
 * @param netflixContact the e-mail address of the studio's contact, who is told of every use (guidance NOTIFY)
 * @param performers at least one when the guidelines ask for union or performer consent
 * @param evidence ids of files uploaded before the request was sent
 * @param predecessor the number of the approval whose place this one is to take; null when it is a use of its own
 */
public record ClearanceRequest(
        String title,
        @Nullable String codeName,
        String description,
        Production production,
        Tool tool,
        String netflixContact,
        List<Performer> performers,
        Facts facts,
        List<String> evidence,
        @Nullable String predecessor) {

    private static final String HIDDEN_WORDS =
            "This request is confidential. Whoever works on it reads it in the desk.";
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9-]{1,20}");

    /** An old record may lack a list that came later. */
    public ClearanceRequest {
        performers = performers == null ? List.of() : performers;
        evidence = evidence == null ? List.of() : evidence;
    }

    /**
     * Reads a request as it comes from the intake form or a program; both go this way.
     *
     * @throws BadInput naming every field that is missing, unknown or cannot be taken
     */
    public static ClearanceRequest from(Map<String, ?> given) {
        Fields fields = new Fields("", given);
        Fields production = fields.object("production");
        Fields tool = fields.object("tool");
        ClearanceRequest request = new ClearanceRequest(
                fields.text("title", Fields.SHORT_TEXT),
                fields.optionalText("codeName", Fields.SHORT_TEXT),
                fields.text("description", Fields.LONG_TEXT),
                new Production(production.text("code", Fields.SHORT_TEXT), production.text("title", Fields.SHORT_TEXT)),
                new Tool(tool.text("name", Fields.SHORT_TEXT), tool.text("vendor", Fields.SHORT_TEXT)),
                fields.text("netflixContact", Fields.SHORT_TEXT),
                fields.objects("performers").stream().map(Performer::from).toList(),
                Facts.read(fields.object("facts")),
                fields.texts("evidence", Fields.SHORT_TEXT),
                fields.optionalText("predecessor", Fields.SHORT_TEXT));
        if (!request.production.code().isEmpty()
                && (!CODE.matcher(request.production.code()).matches()
                        || ProductionCode.keyOf(request.production.code()).isEmpty())) {
            production.refuse(
                    "code", "A production code has up to 20 letters, digits and dashes, for example ETERNAUTA-S1.");
        }
        if (!request.netflixContact.isEmpty() && !EmailAddress.isOne(request.netflixContact)) {
            fields.refuse(
                    "netflixContact",
                    "Please give the e-mail address of your Netflix contact, like name@studio.example.");
        }
        PerformerNames.check(request.performers, fields);
        fields.complete();
        return request;
    }

    /** Whether the request names somebody, however the name is spelled. */
    public boolean names(String person) {
        return performers.stream().anyMatch(performer -> NameKey.same(performer.name(), person));
    }

    /** The same request in the place of an earlier approval, or of none. */
    public ClearanceRequest renewing(@Nullable String approval) {
        return new ClearanceRequest(
                title, codeName, description, production, tool, netflixContact, performers, facts, evidence, approval);
    }

    /** The same request with the contact who is told of it now. */
    public ClearanceRequest toldTo(String contact) {
        return new ClearanceRequest(
                title, codeName, description, production, tool, contact, performers, facts, evidence, predecessor);
    }

    /** Whether only those who work on it may know its title, its production and its words. */
    public boolean confidential() {
        return codeName != null;
    }

    /**
     * The request as everybody may see it. The facts stay, because the guidelines go by them; so do the tool, the contact
     * and represented crafts. A request that is not confidential stays as it is.
     */
    public ClearanceRequest disguised() {
        if (codeName == null) {
            return this;
        }
        List<Performer> people = IntStream.range(0, performers.size())
                .mapToObj(i -> performers.get(i).disguised(i + 1))
                .toList();
        return new ClearanceRequest(
                codeName,
                codeName,
                HIDDEN_WORDS,
                Production.CONFIDENTIAL,
                tool,
                netflixContact,
                people,
                facts,
                List.of(),
                predecessor);
    }

    /**
     * Makes sure that the code name gives nothing away.
     *
     * @throws BadInput when it holds the title or the production's title or code, or is held by one of them
     */
    public void requireDisguise() {
        if (codeName == null) {
            return;
        }
        String shown = lettersOf(codeName);
        Stream<String> titles = Stream.of(title, production.title(), production.code());
        boolean tellsTitle = titles.map(ClearanceRequest::lettersOf)
                .anyMatch(secret -> shown.contains(secret) || secret.contains(shown));
        boolean tellsPerson =
                performers.stream().map(person -> lettersOf(person.name())).anyMatch(shown::contains);
        if (tellsTitle || tellsPerson || Scripts.areMixedIn(codeName)) {
            throw new BadInput(
                    "codeName",
                    "The code name “%s” gives the title, the production or somebody away. Please choose another one."
                            .formatted(codeName));
        }
    }

    /** A name as its letters and digits, which say it with and without blanks between. */
    private static String lettersOf(String name) {
        return NameKey.of(name).value().replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /**
     * Makes sure that there is somebody to ask when consent is needed.
     *
     * @throws BadInput when no performer or craft is named
     */
    public void requirePerformers() {
        if (performers.isEmpty()) {
            throw new BadInput(
                    "performers",
                    "These answers ask for the consent of performers or a represented craft. "
                            + "Please name at least one person or craft.");
        }
    }
}
