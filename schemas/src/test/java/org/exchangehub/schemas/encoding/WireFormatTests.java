package org.exchangehub.schemas.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.exchangehub.schemas.SchemaTexts;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.encoding.RecordEncoding.ConfluentWire;
import org.exchangehub.schemas.encoding.RecordEncoding.WireFrames;
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

    @Test
    void isReadBehindItsLengthInWhicheverSchemaItNames() {
        Schema other = new Schema.Parser()
                .parse(
                        "{\"type\":\"record\",\"name\":\"W\",\"fields\":[{\"name\":\"a\",\"type\":[\"null\",\"string\"]}]}");
        WireFrames wire = new WireFrames(
                id -> Optional.ofNullable(Map.of(7, SCHEMA.avro(), 8, other).get(id)));
        String seven = "0000000c" + MESSAGE;
        String eight = "00000009" + "0000000008" + "02046869";

        List<SourceRow> rows =
                wire.rows(HEX.parseHex(seven + eight + "00000007" + "00000000070cff"), SCHEMA, Limits.STANDARD);

        assertThat(((SourceRow.Parsed) rows.get(0)).values()).containsExactly("人口");
        assertThat(((SourceRow.Parsed) rows.get(1)).values()).containsExactly("hi");
        assertThat(rows.get(2)).isInstanceOf(SourceRow.Unparsed.class);
        assertThatThrownBy(() -> wire.rows(HEX.parseHex("00000005" + "0000000009"), SCHEMA, Limits.STANDARD))
                .hasMessage(
                        "Message 1 of the stream: expected the id of a schema of " + SCHEMA.dataset() + ", found 9");
        assertThatThrownBy(() -> wire.rows(HEX.parseHex(seven + "7fffffff"), SCHEMA, Limits.STANDARD))
                .hasMessageStartingWith("Message 2 of the stream: expected a length of 5 to 4194304 bytes");
    }
}
