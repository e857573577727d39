package org.exchangehub.core.insight;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.exchangehub.core.audit.LogFeed.Logged;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.insight.Rule.Kind;
import org.exchangehub.core.insight.Rule.Measure;
import org.exchangehub.core.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a rule; those its kind does not need are absent.
 *
 * @param threshold how many it takes, 1 and more
 * @param windowMinutes within how many minutes, 1 to 1 440
 * @param measure of volumes
 * @param deviations robust z-score of the logarithm, above 0 to 1 000
 * @param factor how many times the largest hour before, 1 to 1 000
 * @param historyHours how far back hours before go, 48 to 2 160
 * @param newcomer most in an hour of a caller with too little history, 1 and more
 * @param share of look-ups that found nothing, above 0 to 1
 * @param zone of the hours
 * @param opens first moment of a working day
 * @param closes moment at which it is over
 * @param weekdays 1 for Monday to 7
 * @param clients whose accesses are people's
 * @param exempt callers the rule does not look at, each a client, or client and account with a slash between
 */
@Schema(name = "AnomalyTerms")
record Terms(
        @Nullable Integer threshold,
        @Nullable Integer windowMinutes,
        @Nullable Measure measure,
        @Nullable Double deviations,
        @Nullable Double factor,
        @Nullable Integer historyHours,
        @Nullable Integer newcomer,
        @Nullable Double share,
        @Nullable String zone,
        @Nullable String opens,
        @Nullable String closes,
        @Nullable List<Integer> weekdays,
        @Nullable List<String> clients,
        @Nullable List<String> exempt) {

    private static final Pattern TIME = Pattern.compile("[0-2][0-9]:[0-5][0-9]");
    private static final int MOST_EXEMPT = 100;
    private static final int LONGEST = 120;

    Terms {
        weekdays = weekdays == null ? null : List.copyOf(weekdays);
        clients = clients == null ? null : List.copyOf(clients);
        exempt = exempt == null ? null : List.copyOf(exempt);
    }

    /** What keeps these from being the terms of a rule of that kind; empty when they are. */
    List<FieldError> violations(Kind kind) {
        List<FieldError> errors = new ArrayList<>();
        range(errors, "threshold", threshold, 1, 1_000_000_000);
        if (kind == Kind.VOLUME) {
            range(errors, "deviations", deviations, Double.MIN_VALUE, 1_000);
            range(errors, "factor", factor, 1, 1_000);
            range(errors, "historyHours", historyHours, 48, 2_160);
            range(errors, "newcomer", newcomer, 1, 1_000_000_000);
            if (measure == null) {
                errors.add(new FieldError("/terms/measure", "ACCESSES or SUBJECTS", null));
            }
        } else {
            range(errors, "windowMinutes", windowMinutes, 1, 1_440);
        }
        if (kind == Kind.ENUMERATION) {
            range(errors, "share", share, Double.MIN_VALUE, 1);
        }
        if (kind == Kind.OFF_HOURS) {
            calendar(errors);
        }
        if (exempt != null
                && (exempt.size() > MOST_EXEMPT
                        || exempt.stream().anyMatch(each -> each.isBlank() || each.length() > LONGEST))) {
            errors.add(new FieldError("/terms/exempt", "at most " + MOST_EXEMPT + " callers", null));
        }
        return errors;
    }

    private static void range(List<FieldError> errors, String name, @Nullable Number given, double least, double most) {
        if (given == null || !(given.doubleValue() >= least) || given.doubleValue() > most) {
            errors.add(new FieldError(
                    "/terms/" + name,
                    (least == Double.MIN_VALUE ? "above 0" : "%.0f".formatted(least)) + " to %.0f".formatted(most),
                    given == null ? null : given.toString()));
        }
    }

    private void calendar(List<FieldError> errors) {
        try {
            if (zone == null || clients == null || clients.isEmpty() || !ordered()) {
                throw new DateTimeException("zone, opens before closes, and clients");
            }
            ZoneId.of(zone);
        } catch (DateTimeException wrong) {
            errors.add(new FieldError(
                    "/terms", "a zone, hours (opens before closes, HH:mm) and clients", wrong.getMessage()));
        }
        if (weekdays == null || weekdays.stream().anyMatch(day -> day < 1 || day > 7)) {
            errors.add(new FieldError("/terms/weekdays", "numbers 1 (Monday) to 7", null));
        }
    }

    private boolean ordered() {
        return opens != null
                && closes != null
                && TIME.matcher(opens).matches()
                && TIME.matcher(closes).matches()
                && LocalTime.parse(opens).isBefore(LocalTime.parse(closes));
    }

    /** Whether somebody worked outside the working hours. */
    boolean outside(Logged entry) {
        if (zone == null || opens == null || closes == null || weekdays == null || clients == null) {
            return false;
        }
        if (!clients.contains(entry.who().client())) {
            return false;
        }
        ZonedDateTime at = entry.at().atZone(ZoneId.of(zone));
        return !weekdays.contains(at.getDayOfWeek().getValue())
                || at.toLocalTime().isBefore(LocalTime.parse(opens))
                || !at.toLocalTime().isBefore(LocalTime.parse(closes));
    }

    boolean exempts(Who who) {
        return exempt != null
                && !exempt.isEmpty()
                && (exempt.contains(who.client()) || exempt.contains(Seen.caller(who)));
    }
}
