package org.exchangehub.core.life;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a move leads.
 *
 * @param from the states it starts from; none for a move that begins a life
 * @param to the state it leads to; null when whatever moves stays where it is
 */
public record Path<S extends Enum<S>>(Set<S> from, @Nullable S to) {

    public Path {
        from = Set.copyOf(from);
    }

    /** The first half of a path. */
    public record Start<S extends Enum<S>>(Set<S> states) {

        public Start {
            states = Set.copyOf(states);
        }

        public Path<S> to(S state) {
            return new Path<>(states, state);
        }

        /** To where it is already. */
        public Path<S> staying() {
            return new Path<>(states, null);
        }
    }

    @SafeVarargs
    public static <S extends Enum<S>> Start<S> from(S state, S... others) {
        EnumSet<S> states = EnumSet.of(state);
        for (S other : others) {
            states.add(other);
        }
        return new Start<>(states);
    }
}
