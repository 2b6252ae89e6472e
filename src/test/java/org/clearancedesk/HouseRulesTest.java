package org.clearancedesk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;

@AnalyzeClasses(packagesOf = ClearanceDesk.class, importOptions = ImportOption.DoNotIncludeTests.class)
class HouseRulesTest {

    private static final String ENGINE = "org.camunda..";
    private static final String WORKFLOW = "org.clearancedesk.workflow..";

    @ArchTest
    static final ArchRule onlyWorkflowKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage(WORKFLOW)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(ENGINE)
            .because("a change of the engine ends at the door of workflow");

    @ArchTest
    static final ArchRule onlyHardeningReachesInsideTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.clearancedesk.workflow.hardening..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..impl..")
            .because("what is inside the engine may change with every release");

    @ArchTest
    static final ArchRule theGuidelinesTheRequestAndTheReviewsArePlainJava = classes()
            .that()
            .resideInAnyPackage(plainRooms())
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    // Unicode's own tables, of which Java has a part only; it is no framework either.
                    "com.ibm.icu.text",
                    "org.clearancedesk.request",
                    "org.clearancedesk.triage",
                    "org.clearancedesk.review");

    @ArchTest
    static final ArchRule nothingDependsOnWorkflow = noClasses()
            .that()
            .resideOutsideOfPackage(WORKFLOW)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WORKFLOW)
            .because("an inner room that needs the engine to act owns an interface, and workflow implements it")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule nothingDependsOnDesk = noClasses()
            .that()
            .resideOutsideOfPackage("org.clearancedesk.desk..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.clearancedesk.desk..")
            .because("the HTTP front is where calls begin")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule noTypeOfTheEngineIsNamedAfterItsVendor = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage(ENGINE).and(simpleNameContaining("Camunda")))
            .because("such types are renamed in the maintained forks");

    @ArchTest
    static final ArchRule noMethodOfTheEngineIsNamedAfterItsVendor = noClasses()
            .should()
            .accessTargetWhere(describe(
                    "a member of the engine has Camunda in its name",
                    (JavaAccess<?> access) ->
                            access.getTargetOwner().getPackageName().startsWith("org.camunda")
                                    && access.getTarget().getName().matches("(?i).*camunda.*")))
            .because("such methods and constants are renamed in the maintained forks");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields = NO_CLASSES_SHOULD_USE_FIELD_INJECTION;

    @ArchTest
    static final ArchRule namesComeFromTheDomain = noClasses()
            .should()
            .haveNameMatching(".*(Utils?|Helper|Manager|Impl)(\\$.*)?")
            .because("such a name does not say what the class is about");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .because("tests move the clock");

    private static String[] plainRooms() {
        return new String[] {"org.clearancedesk.request..", "org.clearancedesk.triage..", "org.clearancedesk.review.."};
    }
}
