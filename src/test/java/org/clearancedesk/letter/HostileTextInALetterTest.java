package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.letter.SampleLetter.given;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.clearancedesk.HostileText;
import org.clearancedesk.intake.Performer;
import org.clearancedesk.review.LegalOutcome;
import org.clearancedesk.review.LegalReview;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class HostileTextInALetterTest {

    static final List<String> TEXTS = Stream.concat(
                    HostileText.ALL.stream(),
                    Stream.of(
                            "https://evil.example/x and file:///etc/hostname and mailto:x@evil.example",
                            "<link rel=\"attachment\" href=\"file:///etc/passwd\"/><object data=\"file:///etc/passwd\"></object>",
                            "<style>@import url('https://evil.example/x.css'); @page { background: url(file:///etc/hostname) }</style>",
                            "<a href=\"https://evil.example\">sign here</a> <bookmark name=\"x\" href=\"#y\"/>",
                            "<input type=\"submit\"/><form action=\"https://evil.example\"></form>",
                            "&xxe; %xxe; <!DOCTYPE a [<!ENTITY xxe SYSTEM \"file:///etc/hostname\">]>",
                            ") Tj /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj"))
            .toList();

    /** Everything in a PDF that acts, leads away or carries something else; it carries its own twin and no more. */
    private static final List<COSName> ACTIVE = Stream.of(
                    "JavaScript",
                    "JS",
                    "AA",
                    "OpenAction",
                    "Launch",
                    "URI",
                    "GoToR",
                    "SubmitForm",
                    "AcroForm",
                    "XFA",
                    "RichMedia",
                    "Rendition",
                    "FileAttachment")
            .map(COSName::getPDFName)
            .toList();

    @ParameterizedTest
    @FieldSource("TEXTS")
    void isPrintedAsItWasTypedAndDoesNothing(String text) throws IOException {
        SampleLetter sample = new SampleLetter();
        sample.title = text;
        sample.description = text;
        sample.performers.set(0, new Performer("Ana Torrent", Performer.Role.PRINCIPAL, text, text, text));
        sample.replace(
                LegalReview.class,
                given(
                        "legal",
                        "2026-11-20T13:45:00Z",
                        new LegalReview(LegalOutcome.CLEARED_WITH_CONDITIONS, text, List.of(text))));

        try (PrintedLetter printed = PrintedLetter.of(sample.letter())) {
            int filesIn = 0;
            String letters = printed.text().replaceAll("\\s", "");
            assertThat(letters.split(Pattern.quote(text.replaceAll("\\s", "")), -1).length - 1)
                    .as("how often the letter says “%s”", text)
                    .isGreaterThanOrEqualTo(3);
            assertThat(new PDDocumentNameDictionary(printed.pdf.getDocumentCatalog())
                            .getEmbeddedFiles()
                            .getNames())
                    .containsOnlyKeys("GL-2026-7K3M-9QWT.jws");
            for (COSObjectKey key : printed.pdf.getDocument().getXrefTable().keySet()) {
                if (printed.pdf.getDocument().getObjectFromPool(key).getObject() instanceof COSDictionary dictionary) {
                    assertThat(dictionary.keySet()).doesNotContainAnyElementsOf(ACTIVE);
                    assertThat(dictionary.getCOSName(COSName.S)).isNotIn(ACTIVE);
                    assertThat(dictionary.getCOSDictionary(COSName.A))
                            .as("no action, though the parts of a table have attributes")
                            .satisfiesAnyOf(none -> assertThat(none).isNull(), some -> assertThat(
                                            dictionary.containsKey(COSName.P))
                                    .isTrue());
                    filesIn += dictionary.containsKey(COSName.EF) ? 1 : 0;
                }
            }
            assertThat(filesIn).as("files that it carries").isEqualTo(1);
        }
    }
}
