package org.clearancedesk.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClocksApartTest {

    @Test
    void aClockFarFromTheDatabasesKeepsTheDeskFromStarting() {
        assertThat(ProductionDatabase.apart(Duration.ofSeconds(31)))
                .singleElement()
                .asString()
                .contains("31 seconds ahead of the database's", "same time server");
        assertThat(ProductionDatabase.apart(Duration.ofMinutes(-2)))
                .singleElement()
                .asString()
                .contains("120 seconds behind the database's");
    }

    @Test
    void aFewSecondsAreNothing() {
        assertThat(ProductionDatabase.apart(Duration.ofSeconds(10))).isEmpty();
        assertThat(ProductionDatabase.apart(Duration.ofSeconds(-10))).isEmpty();
    }
}
