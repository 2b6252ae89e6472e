package org.clearancedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepositoryTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path MAIN = ROOT.resolve("src/main/java");
    private static final Path DOCS = ROOT.resolve("src/docs");
    private static final int HARD_STOP = 200;
    private static final int README_ENDS = 200;
    private static final int PICTURE_ENDS = 200_000;
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Set<String> KEPT = Set.of("pom.xml", "src", "bpmn", "forms", "docker", "README.md");
    private static final Set<String> PRODUCED = Set.of("target", "data", ".git", ".idea", ".vscode", "node_modules");
    private static final Pattern CHARTER = Pattern.compile(
            "/\\*\\*\\s(?:(?!\\.\\s+\\*?\\s*\\p{Lu}).)+\\.\\s+\\*/\\s+@NullMarked\\s.*", Pattern.DOTALL);

    /** Written in two halves, so that this file does not find itself. */
    private static final List<Pattern> ELSEWHERE = List.of(
            Pattern.compile("registry\\." + "(npmjs|yarnpkg)"),
            Pattern.compile("repo1?\\.maven" + "|maven\\.org/maven2"),
            Pattern.compile("(?<![\\w.~$}/*-])/(work|root|Users|home/\\w+)" + "/"),
            Pattern.compile("\\.\\./" + "shared/"));

    @Test
    void theRootHoldsOnlyWhatIsAgreed() throws IOException {
        try (Stream<Path> entries = Files.list(ROOT)) {
            assertThat(entries.map(entry -> entry.getFileName().toString()))
                    .filteredOn(name -> !name.startsWith(".") && !PRODUCED.contains(name))
                    .isSubsetOf(KEPT);
        }
    }

    @Test
    void noFileNamesARegistryOrAPlaceOnSomebodysMachine() throws IOException {
        for (Path file : filesBelow(ROOT)) {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            for (Pattern place : ELSEWHERE) {
                assertThat(place.matcher(text).results().map(found -> found.group()))
                        .as("%s must build anywhere", ROOT.relativize(file))
                        .isEmpty();
            }
        }
    }

    @Test
    void noJavaFileIsLongerThanTheHardStop() throws IOException {
        Map<Path, Integer> lengths = new TreeMap<>();
        for (Path file : filesBelow(MAIN)) {
            lengths.put(MAIN.relativize(file), Files.readAllLines(file).size());
        }
        List<Integer> sorted = lengths.values().stream().sorted().toList();
        System.out.printf(
                "%d Java files, %d lines, median %d, longest %d.%n",
                sorted.size(),
                sorted.stream().mapToInt(Integer::intValue).sum(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() - 1));

        lengths.values().removeIf(lines -> lines <= HARD_STOP);
        assertThat(lengths)
                .as("Files longer than %d lines: split them by what they are about", HARD_STOP)
                .isEmpty();
    }

    @Test
    void noPackageHoldsMoreThanFortyFiles() throws IOException {
        Map<Path, Long> sizes = filesBelow(MAIN).stream()
                .collect(Collectors.groupingBy(
                        file -> MAIN.relativize(file.getParent()), TreeMap::new, Collectors.counting()));
        System.out.println("Files in each package: " + sizes);

        assertThat(sizes.values()).as("%s", sizes).allMatch(size -> size <= 40);
    }

    @Test
    void whatBelongsToARoomIsFoundUnderItsNameInWebAndProcessToo() throws IOException {
        Path house = MAIN.resolve("org/clearancedesk");
        for (String floor : List.of("web", "process")) {
            try (Stream<Path> parts = Files.list(house.resolve(floor))) {
                assertThat(parts.filter(Files::isDirectory)).isNotEmpty().allSatisfy(part -> assertThat(
                                house.resolve(part.getFileName()))
                        .isDirectory());
            }
        }
    }

    @Test
    void everyPackageHasACharterOfOneSentenceAndIsNullMarked() throws IOException {
        List<Path> rooms =
                filesBelow(MAIN).stream().map(Path::getParent).distinct().toList();
        assertThat(rooms).isNotEmpty();
        for (Path room : rooms) {
            assertThat(room.resolve("package-info.java"))
                    .exists()
                    .content()
                    .as("%s: one sentence of Javadoc, then @NullMarked", MAIN.relativize(room))
                    .matches(CHARTER);
        }
    }

    @Test
    void theReadmeIsReadInOneGo() throws IOException {
        assertThat(Files.readAllLines(ROOT.resolve("README.md"))).hasSizeLessThan(README_ENDS);
    }

    @Test
    void everyLinkOfAPageLeadsToSomething() throws IOException {
        for (Path page : pages()) {
            List<String> links = LINK.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .filter(link -> !link.matches("\\w+:.*"))
                    .toList();
            for (String link : links) {
                String[] parts = link.split("#", 2);
                Path target = parts[0].isEmpty()
                        ? page
                        : page.resolveSibling(parts[0]).normalize();
                assertThat(target).as("%s: %s", ROOT.relativize(page), link).exists();
                if (parts.length == 2) {
                    assertThat(headings(target))
                            .as("%s: %s", ROOT.relativize(page), link)
                            .contains(parts[1]);
                }
            }
        }
    }

    @Test
    void everyTestThatAPageNamesIsThere() throws IOException {
        List<String> there = filesBelow(ROOT.resolve("src/test")).stream()
                .map(file -> file.getFileName().toString())
                .toList();
        for (Path page : pages()) {
            assertThat(TEST.matcher(Files.readString(page)).results().map(found -> found.group(1) + ".java"))
                    .as(ROOT.relativize(page).toString())
                    .isSubsetOf(there);
        }
    }

    @Test
    void theGlossaryExplainsEachWordOnceAndInOrder() throws IOException {
        List<String> rows = Files.readAllLines(DOCS.resolve("glossary.md")).stream()
                .filter(line -> line.startsWith("| "))
                .skip(1)
                .toList();
        List<String> words =
                rows.stream().map(row -> row.split("\\|")[1].strip()).toList();

        assertThat(words)
                .hasSizeGreaterThan(50)
                .contains("request", "suspension", "legal hold", "standing approval")
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        assertThat(rows).allMatch(row -> row.split("\\|").length == 4);
    }

    @Test
    void picturesAreSmallEnoughToLoadAtOnce() throws IOException {
        List<Path> pictures = filesBelow(DOCS.resolve("pictures"));
        assertThat(pictures).hasSize(3);
        for (Path picture : pictures) {
            assertThat(Files.size(picture)).as(picture.toString()).isLessThan(PICTURE_ENDS);
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        for (Path folder : List.of(DOCS, ROOT.resolve(".github"))) {
            pages.addAll(filesBelow(folder));
        }
        pages.removeIf(page -> !page.toString().endsWith(".md"));
        assertThat(pages).hasSizeGreaterThan(10);
        return pages;
    }

    /** As links name them. */
    private static List<String> headings(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\w -]", "")
                        .replace(' ', '-'))
                .toList();
    }

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !PRODUCED.contains(ROOT.relativize(file).getName(0).toString()))
                    .toList();
        }
    }
}
