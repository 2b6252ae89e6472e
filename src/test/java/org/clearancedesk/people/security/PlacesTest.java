package org.clearancedesk.people.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearancedesk.people.security.ConcurrencyLimiter.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @Test
    void oneCallerGetsTheirOwnAndLeavesTheOthersTheirs() {
        ConcurrencyLimiter concurrencyLimiter = new ConcurrencyLimiter(2, 3);
        concurrencyLimiter.take("Ana");
        concurrencyLimiter.take("Ana");

        assertThat(concurrencyLimiter.take("Ana")).isEqualTo(Answer.CALLER_HAS_ALL);
        assertThat(concurrencyLimiter.take("Bo")).isEqualTo(Answer.TAKEN);
        assertThat(concurrencyLimiter.take("Bo")).isEqualTo(Answer.NONE_LEFT);
    }

    @Test
    void aPlaceThatIsLeftCanBeTakenAgain() {
        ConcurrencyLimiter concurrencyLimiter = new ConcurrencyLimiter(1, 1);
        concurrencyLimiter.take("Ana");
        concurrencyLimiter.leave("Ana");

        assertThat(concurrencyLimiter.take("Bo")).isEqualTo(Answer.TAKEN);
    }

    @Test
    void zeroMeansWithoutLimit() {
        ConcurrencyLimiter concurrencyLimiter = new ConcurrencyLimiter(0, 0);

        for (int i = 0; i < 1_000; i++) {
            assertThat(concurrencyLimiter.take("Ana")).isEqualTo(Answer.TAKEN);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2",
        "2001:db8:1:2:ffff:0:0:1, 2001:db8:1:2",
        "0:0:0:0:0:0:0:1, 0:0:0:0",
        "::1, ::1"
    })
    void anAddressOfTheLongKindCountsAsItsNetwork(String address, String network) {
        assertThat(ClientAddress.of(address)).isEqualTo(network);
    }
}
