package org.clearancedesk.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clearancedesk.intake.BadInput;
import org.junit.jupiter.api.Test;

class ClosedOutUseTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void mayNotHaveHappenedAndThenSaysNothingElse() {
        assertThat(CloseOut.from(Map.of("used", false), CLOCK).used()).isFalse();
        assertThatThrownBy(() -> CloseOut.from(Map.of("used", false, "shots", "All"), CLOCK))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void saysWhatWasUsed() {
        CloseOut said = CloseOut.from(whole(), CLOCK);

        assertThat(said.shots()).isEqualTo("Episode 2, 00:14:03");
        assertThat(said.cues()).isEmpty();
    }

    @Test
    void namesEverythingThatIsMissing() {
        assertThatThrownBy(() -> CloseOut.from(Map.of("used", true), CLOCK))
                .hasMessageContainingAll("shots", "tools", "sources", "models", "humanContribution", "deepFake");
    }

    @Test
    void saysWhenModelsWereDeletedAndNotBeforeTheyAre() {
        Map<String, Object> deleted = whole();
        deleted.put("models", "DELETED");
        assertThatThrownBy(() -> CloseOut.from(deleted, CLOCK)).hasMessageContaining("on which day");

        deleted.put("modelsSettledOn", "2026-11-24");
        assertThatThrownBy(() -> CloseOut.from(deleted, CLOCK)).hasMessageContaining("future");

        deleted.put("modelsSettledOn", "2026-11-23");
        assertThat(CloseOut.from(deleted, CLOCK).models()).isEqualTo(CloseOut.Models.DELETED);
    }

    @Test
    void maySayTodayWhereverTheProductionIs() {
        Clock evening = Clock.fixed(Instant.parse("2026-12-15T22:30:00Z"), ZoneOffset.UTC);
        Map<String, Object> deleted = whole();
        deleted.put("models", "DELETED");

        deleted.put("modelsSettledOn", "2026-12-16");
        assertThat(CloseOut.from(deleted, evening).models()).isEqualTo(CloseOut.Models.DELETED);

        deleted.put("modelsSettledOn", "2026-12-17");
        assertThatThrownBy(() -> CloseOut.from(deleted, evening)).hasMessageContaining("future");
    }

    @Test
    void saysHowViewersAreToldOfADeepFakeAndWhoSpokeForAReplica() {
        Map<String, Object> fake = whole();
        fake.put("deepFake", "UNSURE");
        fake.put("euRelease", "YES");
        fake.put("replica", "YES");

        assertThatThrownBy(() -> CloseOut.from(fake, CLOCK))
                .hasMessageContainingAll("viewers in the EU", "represented");
    }

    @Test
    void takesTheCueSheetOfADocumentaryLineByLine() {
        Map<String, Object> documentary = whole();
        documentary.put("cues", List.of(Map.of("timeCode", "00:01:02", "prompt", "A harbour in 1890")));

        assertThatThrownBy(() -> CloseOut.from(documentary, CLOCK))
                .hasMessageContainingAll("cues[0].software", "cues[0].rights");
    }

    private static Map<String, Object> whole() {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("used", true);
        said.put("shots", "Episode 2, 00:14:03");
        said.put("tools", "Image generator 4.1");
        said.put("sources", "Vault, folder posters");
        said.put("models", "NONE_MADE");
        said.put("humanContribution", "Chosen and repainted by the art department.");
        said.put("deepFake", "NO");
        said.put("euRelease", "YES");
        said.put("toolMarksOutput", "UNSURE");
        said.put("replica", "NO");
        said.put("syntheticInAdvertising", "NO");
        said.put("danishRelease", "NO");
        return said;
    }
}
