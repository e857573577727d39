package org.exchangehub.schemas.samples;

import java.time.LocalDate;
import java.util.List;

/**
 * A couple with a child, none of them real, and the flat they own. The household of a number is the same in every table of a
 * seed: residents 3n - 2 to 3n, house n, real estate unit n, address n.
 */
record Household(Person head, Person spouse, Person child, Dwelling dwelling) {

    /** Someone with a citizen identity number. */
    record Person(String id, String name, boolean male, LocalDate birth) {

        /** The number as it was before 1999, of 15 digits; of someone born in this century the same. */
        String oldId() {
            return birth.getYear() < 2000 ? id.substring(0, 6) + id.substring(8, 17) : id;
        }
    }

    static final int SIZE = 3;

    /** Divisions of 芜湖 when the parents, and when the children were born; some are no more. */
    private static final List<String> OF_PARENTS =
            List.of("340202", "340203", "340204", "340207", "340221", "340222", "340223");

    private static final List<String> OF_CHILDREN = List.of("340202", "340207", "340221", "340222", "340223");
    private static final LocalDate FIRST_PARENT = LocalDate.of(1955, 1, 1);
    private static final int PARENT_DAYS = 9_000;
    private static final LocalDate FIRST_CHILD = LocalDate.of(1998, 1, 1);
    private static final int CHILD_DAYS = 8_000;
    private static final long SALT = 0x7A11_BEEFL;

    /** @param number counted from 1 */
    static Household of(long seed, long number) {
        Dice dice = new Dice(seed ^ SALT, number);
        String surname = People.surname(dice);
        Person head = parent(seed, number, true, surname + People.given(dice));
        Person spouse = parent(seed, number, false, People.name(dice));
        boolean son = dice.chance(0.5);
        Identities.Born child = Identities.citizen(seed, number - 1, son, FIRST_CHILD, CHILD_DAYS, OF_CHILDREN);
        return new Household(
                head,
                spouse,
                new Person(child.id(), surname + People.given(dice), son, child.birth()),
                Dwelling.of(seed, number));
    }

    private static Person parent(long seed, long number, boolean male, String name) {
        Identities.Born born = Identities.citizen(seed, number - 1, male, FIRST_PARENT, PARENT_DAYS, OF_PARENTS);
        return new Person(born.id(), name, male, born.birth());
    }
}
