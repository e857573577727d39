package org.exchangehub.schemas.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.RecordEncoding.ConfluentWire;
import org.junit.jupiter.api.Test;

class WireFormatTests {

    private static final HexFormat HEX = HexFormat.of();
    private static final String MESSAGE = "00000000070ce4babae58fa3";
    private static final StandardSchema SCHEMA =
            StandardSchema.parse(SchemaTexts.record("\"hub.key\":[\"a\"]", SchemaTexts.field("a", 1, "\"string\"")));

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
                    .isInstanceOf(MalformedRecords.class)
                    .hasMessageStartingWith("Not in the wire format");
        }
    }

    @Test
    void isReadMessageBehindMessage() {
        ConfluentWire wire = new ConfluentWire(7, SCHEMA.avro());

        assertThat(wire.rows(HEX.parseHex(MESSAGE + MESSAGE), SCHEMA, Limits.STANDARD))
                .map(row -> ((SourceRow.Parsed) row).values())
                .containsExactly(List.of("人口"), List.of("人口"));
        assertThatThrownBy(
                        () -> wire.rows(HEX.parseHex(MESSAGE + MESSAGE.replace("07", "08")), SCHEMA, Limits.STANDARD))
                .hasMessage(
                        "Row 2 of the stream, which begins at byte 12: expected a message written with schema 7, found 8,"
                                + " at byte 17");
        assertThatThrownBy(() -> wire.rows(HEX.parseHex(MESSAGE + "000000"), SCHEMA, Limits.STANDARD))
                .hasMessageContaining("the stream ends within the row");
    }
}
