package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.clearancedesk.intake.Facts;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.review.ApprovalDecision;
import org.clearancedesk.review.ApprovalOutcome;
import org.clearancedesk.review.ConsentOutcome;
import org.clearancedesk.review.ConsentReview;
import org.clearancedesk.review.GivenOpinion;
import org.clearancedesk.review.LegalOutcome;
import org.clearancedesk.review.LegalReview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrittenApprovalTest {

    private final SampleLetter sample = new SampleLetter();

    @Test
    void saysWhatIsApprovedForWhomAndHowLong() throws IOException {
        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("GL-2026-7K3M-9QWT, issued on 23 November 2026")
                    .contains("approved for the production “El Eternauta”")
                    .contains("Production El Eternauta (ETERNAUTA-S1)")
                    .contains("Approved use Digital double for the rooftop fall")
                    .contains("Tool Runway Gen-4 by Runway AI")
                    .contains("Valid Until 30 June 2027")
                    .contains("Requested by requester")
                    .contains("Netflix contact contact@studio.example")
                    .contains("Request GC-2026-000042")
                    .contains("Triage Written approval, under the guidelines of 2025-11-11")
                    .contains("One digital double of the lead for the fall in episode 3, shots 114 to 121.");
        }
    }

    @Test
    void saysWhosePlaceItTakes() throws IOException {
        sample.predecessor = "GC-2025-000007";
        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("takes the place of letter GL-2025-000007, the approval of request GC-2025-000007");
        }
        sample.predecessor = null;
        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text()).doesNotContain("takes the place");
        }
    }

    @Test
    void saysEveryPartOfAConsent() throws IOException {
        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("Ana Torrent, principal performer Consent confirmed")
                    .contains("Intended use Her likeness during the fall.")
                    .contains("Union SAG-AFTRA")
                    .contains("Represented by Mara Levin")
                    .contains("Agreement SAG-AFTRA TV/Theatrical, version 2026")
                    .contains("Kind Replica")
                    .contains("Consented use A replica of face and body for the fall from the roof.")
                    .contains("Titles El Eternauta, season 1")
                    .contains("Languages Spanish, English")
                    .contains("Term Until the release of season 1")
                    .contains("Signed separately on 2 November 2026")
                    .contains("Notice given 10 November 2026, 09:15")
                    .contains("Use begins 30 November 2026, 07:45")
                    .contains("Exception Safety: No person could do it unharmed.")
                    .contains("Compensation Two performance days")
                    .contains("Union told on 5 November 2026")
                    .contains("Evidence on record Signed rider.pdf")
                    .contains("Note Rider seen.");
        }
    }

    @Test
    void saysTheConditionsAndWhoDecidedWhatWhenAndWhyInTheOrderOfTheProcess() throws IOException {
        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("1. Delete the scan after delivery. 2. Credit the stunt double.")
                    .containsSubsequence(
                            "Assessment by the Netflix contact",
                            "Written approval needed",
                            "A lead’s face is involved.")
                    .containsSubsequence(
                            "Who decided",
                            "Assessment by the Netflix",
                            "18 November 2026, 08:30 UTC",
                            "Legal review legal",
                            "20 November 2026, 13:45 UTC",
                            "Consent of Ana Torrent talent",
                            "21 November 2026, 09:00 UTC",
                            "Final approval approver",
                            "23 November 2026, 16:20 UTC")
                    .contains("Cleared with conditions")
                    .contains("The vendor’s terms allow it.")
                    .contains("The fall cannot be performed safely.");
        }
    }

    @Test
    void saysTheFindingsWithClausesAndTheDeclaredFacts() throws IOException {
        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("Findings under the guidelines of 2025-11-11")
                    .contains("M4 Written approval A replica of a performer needs their consent.")
                    .contains("CF3 In doubt Nobody has read the tool’s terms yet.")
                    .contains("NOTIFY Inform Every intended use is shared with the contact.")
                    .contains("Where the material ends up Final")
                    .contains("How it is seen or heard Story relevant")
                    .contains("The tool’s terms were read No")
                    .contains("What is done to them Replica");
        }
    }

    @Test
    void saysItsLimitsAndHowItIsCheckedOnEveryPage() throws IOException {
        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            int pages = printed.pdf.getNumberOfPages();
            assertThat(printed.text())
                    .contains("It covers only the use described here")
                    .contains("A changed use, tool, performer or purpose needs a new request before it begins.")
                    .contains("is not legal advice")
                    .contains(SampleLetter.DIGEST);
            for (int page = 1; page <= pages; page++) {
                assertThat(printed.textOf(page, page))
                        .contains("Written approval GL-2026-7K3M-9QWT")
                        .contains("Digitally signed by Studio Clearance.")
                        .contains("https://desk.example/v/GL-2026-7K3M-9QWT")
                        .contains("Page %d of %d".formatted(page, pages));
            }
        }
    }

    @Test
    void holdsForTwoYearsWhenNoLastDayIsGivenAndSaysThatThereAreNoConditions() throws IOException {
        sample.performers.clear();
        sample.performers.add(new Performer("Composers", Performer.Role.CRAFT, null, null, "Temp music."));
        sample.replace(
                ApprovalDecision.class,
                SampleLetter.given(
                        "approver", "2026-11-23T16:20:00Z", new ApprovalDecision(ApprovalOutcome.APPROVED, "", null)));
        sample.replace(
                LegalReview.class,
                SampleLetter.given(
                        "legal", "2026-11-20T13:45:00Z", new LegalReview(LegalOutcome.CLEARED, "", List.of())));
        sample.replace(
                ConsentReview.class,
                SampleLetter.given(
                        "talent",
                        "2026-11-21T09:00:00Z",
                        new ConsentReview("Composers", ConsentOutcome.NOT_REQUIRED, "No composer is replaced.", null)));

        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("Valid Until 23 November 2028")
                    .contains("No conditions were set")
                    .contains("Composers, represented craft No consent required")
                    .contains("Note No composer is replaced.")
                    .doesNotContain("Signed separately", "Ana Torrent", "null");
        }
    }

    @Test
    void printsMarkupInTextOfUsersAsItWasTyped() throws IOException {
        sample.title = "Fall & <b>rise</b>";
        sample.description =
                "<script>alert(1)</script> &amp; ${7*7} [[${7*7}]] <img src=\"file:///etc/hostname\"/> ]]>\nSecond line";

        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("Fall & <b>rise</b>")
                    .contains("<script>alert(1)</script> &amp; ${7*7} [[${7*7}]]")
                    .contains("<img src=\"file:///etc/hostname\"/> ]]> Second line");
            for (PDPage page : printed.pdf.getPages()) {
                PDResources resources = page.getResources();
                for (COSName name : resources.getXObjectNames()) {
                    assertThat(resources.isImageXObject(name)).isFalse();
                }
            }
        }
    }

    @Test
    void printsAccentsGreekAndCyrillicAndNamesTheCharactersItHasNoTypeFor() throws IOException {
        sample.title = "Ñandú, Łódź, Ağrı, ţară, Ελληνική ταινία, Київ і Ёлка, Μμ, e\u0301tude";
        sample.description = "Name: 이정재 \u202Eevil \uD83C\uDF08 \uD800 \u0007.";

        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.text())
                    .contains("Ñandú, Łódź, Ağrı, ţară, Ελληνική ταινία, Київ і Ёлка, Μμ, étude")
                    .contains("Name: [U+C774][U+C815][U+C7AC] [U+202E]evil [U+1F308] [U+D800] [U+0007].");
        }
    }

    @Test
    void printsFurtherScriptsWithAFontOfTheStudio(@TempDir Path folder) throws IOException {
        Path font = folder.resolve("further.ttf");
        try (var bundled =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            assertThat(bundled).isNotNull();
            Files.copy(bundled, font);
        }
        sample.title = "Day ₿ night, שלום";

        try (PrintedLetter without = PrintedLetter.of(sample.letter());
                PrintedLetter with = PrintedLetter.of(sample.letter(), "Studio Clearance", List.of(font))) {
            assertThat(without.text()).contains("Day [U+20BF] night");
            assertThat(with.text()).contains("Day ₿ night, [U+05E9]");
        }
    }

    @Test
    void staysWholeWithThirtyPerformersAndTextsOfFullLength() throws IOException {
        sample.description = "A long description with many words. ".repeat(111) + "LAST WORD";
        sample.performers.clear();
        List<ConsentReview> consents = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            sample.performers.add(new Performer(
                    "Performer Number " + i, Performer.Role.BACKGROUND, "ACTRA", null, "x".repeat(200) + " END" + i));
            consents.add(SampleLetter.confirmed("Performer Number " + i));
        }
        sample.replace(
                ConsentReview.class,
                consents.stream()
                        .map(consent -> SampleLetter.given("talent", "2026-11-21T09:00:00Z", consent))
                        .toArray(GivenOpinion[]::new));

        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            String text = printed.text();
            assertThat(text).contains("LAST WORD", "is not legal advice", SampleLetter.DIGEST);
            for (int i = 1; i <= 30; i++) {
                assertThat(text).contains("Performer Number " + i + ", background actor", "END" + i);
            }
            assertThat(printed.pdf.getNumberOfPages()).isBetween(8, 30);
        }
    }

    @Test
    void isTheSameFileWhenItIsRenderedAgain() throws IOException {
        try (PrintedLetter first = PrintedLetter.of(sample.letter());
                PrintedLetter second = PrintedLetter.of(sample.letter())) {
            assertThat(second.bytes).isEqualTo(first.bytes);
        }
    }

    @Test
    void tellsReadersItsTitleAndLanguageAndEmbedsItsFonts() throws IOException {
        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            assertThat(printed.pdf.getDocumentInformation().getTitle()).isEqualTo("Written approval GL-2026-7K3M-9QWT");
            assertThat(printed.pdf.getDocumentInformation().getAuthor()).isEqualTo("GenAI clearance desk");
            assertThat(printed.pdf.getDocumentCatalog().getLanguage()).isEqualTo("en");
            for (PDPage page : printed.pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void hasALabelForEveryFact() {
        assertThat(DeclaredFacts.LABELS.keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Facts.class.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList());
    }
}
