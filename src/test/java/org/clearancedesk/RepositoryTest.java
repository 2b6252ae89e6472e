package org.clearancedesk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepositoryTest {

    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path MAIN = ROOT.resolve("src/main/java");
    private static final int HARD_STOP = 200;
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

    private static List<Path> filesBelow(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file ->
                            !PRODUCED.contains(ROOT.relativize(file).getName(0).toString()))
                    .toList();
        }
    }
}
