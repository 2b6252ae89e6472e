package org.clearancedesk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.clearancedesk.production.ProductionCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that people read as the same are the same. */
class ProductionCodeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ETERNAUTA-S1",
                "eternauta-s1",
                " Eternauta  S1 ",
                "ÉTERNAUTA-S1",
                "E\u0301TERNAUTA-S1",
                "ETERNAUTA\u2010S1",
                "ETERNAUTA\u2013S1",
                "ETERNAUTA--S1",
                "-ETERNAUTA-S1-",
                "ＥＴＥＲＮＡＵＴＡ-Ｓ１",
                "ETER\u200BNAUTA-S1"
            })
    void isTheSameHoweverItIsWritten(String code) {
        assertThat(ProductionCode.keyOf(code)).isEqualTo("eternauta-s1");
    }

    @ParameterizedTest
    @CsvSource({"ETERNAUTA-S1, ETERNAUTA-S2", "ANA-S1, ANAS-1", "SHOW-1-10, SHOW-11-0"})
    void isAnotherWhenItsLettersOrTheirGroupsAre(String one, String other) {
        assertThat(ProductionCode.keyOf(one)).isNotEqualTo(ProductionCode.keyOf(other));
    }

    @Test
    void isNothingWithoutLettersAndDigits() {
        assertThat(ProductionCode.keyOf(" -- ")).isEmpty();
    }
}
