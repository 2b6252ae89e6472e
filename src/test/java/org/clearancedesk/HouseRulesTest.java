package org.clearancedesk;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

    private static final String CAMUNDA = "org.camunda..";
    private static final String WEB = "org.clearancedesk.web..";
    private static final String PROCESS = "org.clearancedesk.process..";
    private static final String ENGINE = "org.clearancedesk.engine..";

    @ArchTest
    static final ArchRule onlyProcessAndEngineKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackages(PROCESS, ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(CAMUNDA)
            .because("a change of the engine ends at these two");

    @ArchTest
    static final ArchRule onlyHardeningReachesInsideTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("org.clearancedesk.engine.hardening..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..impl..")
            .because("what is inside the engine may change with every release");

    @ArchTest
    static final ArchRule theGuidelinesTheRequestAndTheReviewsArePlainJava = classes()
            .that()
            .resideInAnyPackage(
                    "org.clearancedesk.production..", "org.clearancedesk.intake..", "org.clearancedesk.review..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "com.ibm.icu.text",
                    "org.clearancedesk.production",
                    "org.clearancedesk.intake",
                    "org.clearancedesk.review");

    @ArchTest
    static final ArchRule noRoomBelowKnowsWebProcessOrEngine = noClasses()
            .that()
            .resideOutsideOfPackages(WEB, PROCESS, ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(WEB, PROCESS, ENGINE)
            .because("a room that needs the engine to act owns an interface, and process or engine implements it");

    @ArchTest
    static final ArchRule webDoesNotKnowProcess = noClasses()
            .that()
            .resideInAPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(PROCESS)
            .because("a call reaches a process through the room that it is about");

    @ArchTest
    static final ArchRule processDoesNotKnowWeb = noClasses()
            .that()
            .resideInAPackage(PROCESS)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(WEB)
            .because("a step happens in the same way whoever sets it off");

    @ArchTest
    static final ArchRule noPackageKnowsItselfThroughOthers =
            slices().matching("org.clearancedesk.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyWhatAnswersCallsKnowsServlets = noClasses()
            .that()
            .resideOutsideOfPackages(
                    WEB,
                    "org.clearancedesk.people.security",
                    "org.clearancedesk.people.session",
                    "org.clearancedesk.people.signin",
                    "org.clearancedesk.people.attempt",
                    "org.clearancedesk.engine.webapp",
                    "org.clearancedesk.engine.hardening",
                    "org.clearancedesk.trace")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.servlet..")
            .because("a room says what holds, whoever asks and by which way");

    @ArchTest
    static final ArchRule onlyWebHasControllers = noClasses()
            .that()
            .resideOutsideOfPackage(WEB)
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework.web.bind..")
            .because("calls and pages are found in web, under the name of the room that they are about");

    @ArchTest
    static final ArchRule noTypeOfTheEngineIsNamedAfterItsVendor = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage(CAMUNDA).and(simpleNameContaining("Camunda")))
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
}
