package org.exchangehub.core.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.junit.jupiter.api.Test;

class MovesTest {

    private enum Door {
        OPEN,
        SHUT,
        WALLED_UP
    }

    private enum Turn {
        PAINT,
        SHUT,
        OPEN,
        WALL_UP
    }

    private static final Moves<Door, Turn> TABLE = Moves.of(Turn.class, turn -> switch (turn) {
        case PAINT -> Path.from(Door.OPEN, Door.SHUT).staying();
        case SHUT -> Path.from(Door.OPEN).to(Door.SHUT);
        case OPEN -> Path.from(Door.SHUT).to(Door.OPEN);
        case WALL_UP -> Path.from(Door.SHUT).to(Door.WALLED_UP);
    });

    @Test
    void leadWhereTheTableSays() {
        assertThat(TABLE.next(Turn.SHUT, Door.OPEN, "The door")).isEqualTo(Door.SHUT);
        assertThat(TABLE.next(Turn.PAINT, Door.SHUT, "The door")).isEqualTo(Door.SHUT);
    }

    @Test
    void areRefusedOtherwiseWithWhatIsAndWhatIsPossible() {
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(() -> TABLE.next(Turn.SHUT, Door.SHUT, "The door"))
                .withMessage("The door is SHUT, from where SHUT is not possible; possible are PAINT, OPEN, WALL_UP.")
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(() -> TABLE.next(Turn.OPEN, Door.WALLED_UP, "The door"))
                .withMessage("The door is WALLED_UP, from where OPEN is not possible; possible is nothing.");
    }

    @Test
    void winOnceWrittenOverWhatTheyWereMadeFrom() {
        Moves.requireFirst(1, "The door");
        assertThatExceptionOfType(HubProblem.class)
                .isThrownBy(() -> Moves.requireFirst(0, "The door"))
                .withMessageContaining("somebody else")
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.CONFLICT));
    }
}
