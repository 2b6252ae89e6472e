package org.clearancedesk.audit;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.register.CaseProcesses;
import org.clearancedesk.register.ChainReaderConfiguration;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jackson.JacksonAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The command {@code --verify-record}: checks everything on record and says what it found. Neither the web server nor
 * the process engine starts, and nothing is written, no signing key either: without one the signatures of the checkpoints
 * are left out, and the command says so.
 */
@ComponentScan(
        basePackages = {"org.clearancedesk.audit", "org.clearancedesk.signature"},
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.REGEX, pattern = "org\\.clearancedesk\\.audit\\.archive\\..*"))
@ComponentScan(
        basePackages = "org.clearancedesk.process",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = CaseProcesses.class))
@Import(ChainReaderConfiguration.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    JacksonAutoConfiguration.class
})
public class VerifyRecordCommand {

    /** Every record is whole. */
    public static final int WHOLE = 0;

    /** At least one record is broken. */
    public static final int BROKEN = 1;

    /** The records could not be read, so nothing is known of them. */
    public static final int NOT_READ = 2;

    private static final String ARGUMENT = "--verify-record";

    public static boolean isAskedForBy(String... arguments) {
        return List.of(arguments).contains(ARGUMENT);
    }

    /**
     * Prints a line for each thing that does not fit, a count, and when the last checkpoint was taken.
     *
     * @param arguments those of the desk, so that the same database is read
     * @return what the program should exit with
     */
    public static int run(PrintStream out, String... arguments) {
        SpringApplicationBuilder command = new SpringApplicationBuilder(VerifyRecordCommand.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("logging.level.root=error", "clearance-desk.signature.checks-only=true");
        try (ConfigurableApplicationContext context = command.run(arguments)) {
            Verification found = context.getBean(RecordAudit.class).verify(broken -> print(broken, out));
            out.printf("%d records checked, %d broken.%n", found.checked(), found.brokenInAll());
            if (found.untold() > 0) {
                out.printf(
                        "%d rows are older than the events that tell all of their columns; what no event tells was not compared.%n",
                        found.untold());
            }
            out.println(
                    found.lastCheckpointAt() == null
                            ? "No checkpoint was taken yet."
                            : "%d checkpoints checked, the last one of %s."
                                    .formatted(found.checkpoints(), found.lastCheckpointAt()));
            if (found.unchecked() != null) {
                out.println("The signatures of the checkpoints were not checked. " + found.unchecked());
            }
            return found.brokenInAll() == 0 ? WHOLE : BROKEN;
        } catch (RuntimeException unreadable) {
            out.printf("The records cannot be read: %s%n", rootOf(unreadable).getMessage());
            return NOT_READ;
        }
    }

    private static void print(Broken broken, PrintStream out) {
        out.printf(
                "%s is broken at %s: %s%n",
                broken.number() == null ? "The record" : broken.number(), broken.at(), broken.reason());
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : rootOf(cause);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
