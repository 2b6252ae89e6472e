package org.clearancedesk.access.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearancedesk.access.door.Places.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacesTest {

    @Test
    void oneCallerGetsTheirOwnAndLeavesTheOthersTheirs() {
        Places places = new Places(2, 3);
        places.take("Ana");
        places.take("Ana");

        assertThat(places.take("Ana")).isEqualTo(Answer.CALLER_HAS_ALL);
        assertThat(places.take("Bo")).isEqualTo(Answer.TAKEN);
        assertThat(places.take("Bo")).isEqualTo(Answer.NONE_LEFT);
    }

    @Test
    void aPlaceThatIsLeftCanBeTakenAgain() {
        Places places = new Places(1, 1);
        places.take("Ana");
        places.leave("Ana");

        assertThat(places.take("Bo")).isEqualTo(Answer.TAKEN);
    }

    @Test
    void zeroMeansWithoutLimit() {
        Places places = new Places(0, 0);

        for (int i = 0; i < 1_000; i++) {
            assertThat(places.take("Ana")).isEqualTo(Answer.TAKEN);
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
        assertThat(Address.of(address)).isEqualTo(network);
    }
}
