package org.clearancedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The ways by which text turns into markup or code are used nowhere. */
class NothingBecomesMarkupTest {

    private static final Pattern IN_SCRIPTS = Pattern.compile(
            "innerHTML|outerHTML|insertAdjacentHTML|document\\.write|DOMParser|createContextualFragment|srcdoc|setHTML"
                    + "|\\beval\\(|new Function|setTimeout\\(['\"`]|setInterval\\(['\"`]|ng-bind-html|ng-include|\\$compile"
                    + "|\\$eval|\\$parse|trustAs|\\.(href|src|action) *=[^=]|'(script|iframe|object|embed|base|meta)'");

    private static final Pattern LINKS = Pattern.compile("\\b(href|src|action|formaction):\\s*(\\w+)");

    private static final Pattern IN_PAGES = Pattern.compile(
            "th:utext|\\[\\((?!\\$\\{families)|th:inline=\"(javascript|css)|__\\$|th:on\\w+|<script|th:(attr|style|srcdoc)=|\\bon\\w+=");

    @Test
    void noScriptOfTheFormsMakesMarkupOrCodeOfText() throws IOException {
        List<Path> scripts = files(Path.of("forms"), ".js");
        assertThat(scripts).hasSizeGreaterThan(10);
        for (Path script : scripts) {
            assertThat(found(IN_SCRIPTS, script)).as(script.toString()).isEmpty();
        }
    }

    @Test
    void everyLinkOfTheFormsLeadsToTheDesk() throws IOException {
        for (Path script : files(Path.of("forms"), ".js")) {
            assertThat(LINKS.matcher(Files.readString(script)).results().map(link -> link.group(2)))
                    .as(script.toString())
                    .isSubsetOf("address", "evidenceAddress", "look");
        }
    }

    @Test
    void tasklistReadsNoExpressionsInsideAForm() throws IOException {
        List<Path> forms = files(Path.of("forms"), ".html");
        assertThat(forms).hasSizeGreaterThan(4);
        for (Path form : forms) {
            assertThat(Files.readString(form).strip())
                    .as(form.toString())
                    .doesNotContain("{{")
                    .matches("(?s)<form [^>]*>\\s*<div ng-non-bindable>(?!.*<div).*</div>\\s*</form>");
        }
    }

    @Test
    void noPageOrLetterOrHtmlMailPrintsTextAsMarkup() throws IOException {
        List<Path> pages = Stream.of("templates", "notice", "letter")
                .flatMap(folder -> files(Path.of("src/main/resources", folder), ".html").stream())
                .toList();
        assertThat(pages).hasSizeGreaterThan(15);
        for (Path page : pages) {
            assertThat(found(IN_PAGES, page)).as(page.toString()).isEmpty();
        }
    }

    private static List<String> found(Pattern pattern, Path file) throws IOException {
        return pattern.matcher(Files.readString(file))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
