package org.clearancedesk.intake;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;

/**
 * The 23 facts on which a request is triaged, all of them required (policy, section "Facts"). Their names and values are
 * the names and values of the decision model, the forms and the API.
 */
public record Facts(
        Answer generative,
        Stage stage,
        Prominence prominence,
        Element element,
        Answer outputIsOriginal,
        Answer toolKeepsNothing,
        Answer environmentIsSecured,
        Answer materialIsTemporary,
        Answer performancesHaveConsent,
        ToolTier toolTier,
        boolean toolTermsReviewed,
        ProprietaryInput proprietaryInput,
        boolean personalDataInput,
        ThirdPartyReference thirdPartyReference,
        ModelTraining modelTraining,
        boolean modelReusedElsewhere,
        Talent talent,
        TalentUse talentUse,
        ConsentStatus consentStatus,
        ConsentException consentException,
        Answer misleadingRisk,
        Answer unionWorkImpact,
        CustomPipeline customPipeline) {

    /** A three-valued answer; being unsure is an honest one and escalates. */
    public enum Answer {
        YES,
        NO,
        UNSURE
    }

    /** Where the material ends up. */
    public enum Stage {
        IDEATION,
        TEMPORARY,
        FINAL
    }

    /** How the material is seen or heard; PROCESSING is treatment of existing picture or sound. */
    public enum Prominence {
        NOT_ON_SCREEN,
        INCIDENTAL,
        UNSURE,
        STORY_RELEVANT,
        KEY_ELEMENT,
        PROCESSING
    }

    /** What is made. */
    public enum Element {
        REFERENCE,
        SET_DRESSING,
        CHARACTER_OR_KEY_VISUAL,
        SHOT,
        TEXT,
        MUSIC,
        VOICE,
        PROCESSING
    }

    /** Under whose terms the tool runs. */
    public enum ToolTier {
        NETFLIX_ENTERPRISE,
        VENDOR_ENTERPRISE,
        BUSINESS_NO_TRAIN,
        CONSUMER,
        UNKNOWN
    }

    /** Netflix-owned material that goes into the tool. */
    public enum ProprietaryInput {
        NONE,
        NON_SENSITIVE,
        SENSITIVE
    }

    /** References to somebody else's work, a public figure or a dead person. */
    public enum ThirdPartyReference {
        NONE,
        CLEARED,
        UNCLEARED
    }

    /** What a model is trained or tuned on. */
    public enum ModelTraining {
        NONE,
        OWNED_CLEARED,
        UNOWNED,
        TALENT
    }

    /** Who is depicted or heard. */
    public enum Talent {
        NONE,
        LIVING_PERFORMER,
        DECEASED,
        REAL_PERSON,
        BACKGROUND_ACTORS,
        SYNTHETIC_PERFORMER
    }

    /** What is done to the people depicted or heard. */
    public enum TalentUse {
        NONE,
        LIKENESS_REFERENCE,
        REPLICA,
        ALTERATION_SIGNIFICANT,
        ALTERATION_CUSTOMARY,
        ALTERATION_UNSURE,
        SYNTHETIC
    }

    /** Consent as known at intake; it never lowers a tier. */
    public enum ConsentStatus {
        NOT_APPLICABLE,
        NONE,
        PENDING,
        DOCUMENTED
    }

    /** An exception claimed for further use of a replica (guidance TE1X). */
    public enum ConsentException {
        NONE,
        AS_SCRIPTED,
        SAFETY,
        UNRECOGNISABLE
    }

    /** Several tools chained, or a vendor's pipeline: does each step meet the standard? */
    public enum CustomPipeline {
        NO,
        ALL_STEPS_OK,
        NOT_ALL_OK,
        UNSURE
    }

    /**
     * Reads the facts as they come from a form or a program.
     *
     * @throws BadInput naming every fact that is missing, unknown or has another value
     */
    public static Facts from(Map<String, ?> given) {
        Fields fields = new Fields("", given);
        Facts facts = read(fields);
        fields.complete();
        return facts;
    }

    /** Whether each question was asked when these were given; an old record may lack one that came later. */
    public boolean areAllAnswered() {
        return Arrays.stream(Facts.class.getRecordComponents()).allMatch(fact -> {
            try {
                return fact.getAccessor().invoke(this) != null;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("The fact %s cannot be read.".formatted(fact.getName()), e);
            }
        });
    }

    @SuppressWarnings("unchecked")
    static Facts read(Fields fields) {
        RecordComponent[] components = Facts.class.getRecordComponents();
        Object[] values = Arrays.stream(components)
                .map(component -> component.getType() == boolean.class
                        ? (Object) fields.flag(component.getName())
                        : fields.choice(component.getName(), component.getType().asSubclass(Enum.class)))
                .toArray();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return Facts.class.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The facts cannot be put together from their components.", e);
        }
    }
}
