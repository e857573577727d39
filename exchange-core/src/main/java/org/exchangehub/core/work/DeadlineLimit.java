package org.exchangehub.core.work;

import org.exchangehub.core.problem.Violations;

/**
 * The jurisdiction's limit for one kind of deadline.
 *
 * @param days working days, at most the decree's
 * @param extensionDays the most working days in addition, at most the decree's; 0 for none
 * @param reminderDays how many working days are left when the department is reminded: 1 for the morning of the last, at most {@code days}
 * @param version counts the changes, for If-Match
 */
record DeadlineLimit(DeadlineKind kind, int days, int extensionDays, int reminderDays, int version) {

    /** The most where the decree sets no limit: a working year. */
    private static final int MOST = 250;

    /** Refuses what is above the decree's ceiling, naming the article. */
    DeadlineLimit checked() {
        int ceiling = kind.ceiling().orElse(MOST);
        String law = " (" + kind.article() + ")";
        Violations found = new Violations();
        if (days < 1 || days > ceiling) {
            found.add("/days", "1 to " + ceiling + " working days" + law, "" + days);
        }
        if (extensionDays < 0 || extensionDays > kind.extensionCeiling()) {
            found.add("/extensionDays", "0 to " + kind.extensionCeiling() + " working days" + law, "" + extensionDays);
        }
        if (reminderDays < 1 || reminderDays > Math.max(1, days)) {
            found.add("/reminderDays", "1 to " + days + " working days", "" + reminderDays);
        }
        found.refuse("The decree's limits are the ceiling of the jurisdiction's.");
        return this;
    }
}
