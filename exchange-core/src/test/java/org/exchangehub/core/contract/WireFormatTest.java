package org.exchangehub.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.api.Test;

class WireFormatTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final String MESSAGE = "00000000070ce4babae58fa3";

    @Test
    void isAZeroByteTheIdAndTheRecord() {
        assertThat(HEX.formatHex(new WireFormat(7, HEX.parseHex("0ce4babae58fa3")).encode()))
                .isEqualTo(MESSAGE);
    }

    @Test
    void isTakenApartAgain() {
        WireFormat message = WireFormat.decode(HEX.parseHex(MESSAGE));

        assertThat(message.schemaId()).isEqualTo(7);
        assertThat(HEX.formatHex(message.avro())).isEqualTo("0ce4babae58fa3");
    }

    @Test
    void refusesWhatItIsNot() {
        for (String other : List.of("", "00000000", "0100000007", "00ffffffff")) {
            assertThatThrownBy(() -> WireFormat.decode(HEX.parseHex(other)))
                    .isInstanceOf(HubProblem.class)
                    .hasMessageStartingWith("Not in the wire format");
        }
    }
}
