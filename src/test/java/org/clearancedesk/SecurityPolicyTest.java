package org.clearancedesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code SECURITY.md} says of the desk is so. */
class SecurityPolicyTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    private final String policy = Files.readString(Path.of(".github/SECURITY.md"));

    SecurityPolicyTest() throws IOException {}

    @Test
    void everyTestThatItNamesIsThere() throws IOException {
        List<String> named = TEST.matcher(policy)
                .results()
                .map(found -> found.group(1) + ".java")
                .distinct()
                .toList();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            List<String> there =
                    files.map(file -> file.getFileName().toString()).toList();
            assertThat(named).hasSizeGreaterThan(4).isSubsetOf(there);
        }
    }

    @Test
    void everyPromiseNamesATest() {
        String promises = policy.substring(policy.indexOf("## What is promised"), policy.indexOf("## What is not"));

        assertThat(promises.split("\n- "))
                .hasSizeGreaterThan(20)
                .filteredOn(promise -> !promise.startsWith("## What is promised"))
                .allMatch(SecurityPolicyTest::namesATest);
    }

    private static boolean namesATest(String promise) {
        // One promise is kept by the answers of the table that follows.
        return TEST.matcher(promise).find() || promise.contains("see the table below");
    }

    @ParameterizedTest
    @CsvSource({
        "Tomcat,            org/apache/catalina/util/ServerInfo.class,         tomcat-embed-core",
        "Jackson,           com/fasterxml/jackson/databind/ObjectMapper.class, jackson-databind",
        "PostgreSQL driver, org/postgresql/Driver.class,                       postgresql",
        "Logback,           ch/qos/logback/classic/Logger.class,               logback-classic",
        "Tika,              org/apache/tika/Tika.class,                        tika-core"
    })
    void theVersionThatItNamesIsTheOneInUse(String part, String type, String artifact) {
        String place = getClass().getClassLoader().getResource(type).toString();

        String version = place.replaceFirst(".*/" + artifact + "-([\\w.]+)\\.jar!.*", "$1");

        assertThat(policy).contains(part + " " + version);
    }

    @Test
    void theWebApplicationsCarryTheAngularThatItNames() throws IOException {
        try (InputStream script = getClass().getResourceAsStream("/META-INF/resources/webjars/camunda/lib/deps.js")) {
            assertThat(new String(script.readAllBytes(), StandardCharsets.UTF_8))
                    .contains("distribution:\"AngularJS NES\"", "full:\"1.9.9\"");
        }
        assertThat(policy).contains("AngularJS NES 1.9.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "com.unboundid.ldap.listener.InMemoryDirectoryServer",
                "org.apache.tika.parser.pdf.PDFParser",
                "org.codehaus.janino.ScriptEvaluator",
                "groovy.lang.GroovyShell",
                "org.graalvm.polyglot.Context"
            })
    void whatItSaysIsNotThereIsNotThere(String type) {
        assertThatThrownBy(() -> Class.forName(type)).isInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void noConfigurationOpensTheConsoleOfTheDatabase() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\\bh2:\\s|h2\\.console");
            }
        }
    }
}
