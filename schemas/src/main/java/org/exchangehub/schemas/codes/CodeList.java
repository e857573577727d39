package org.exchangehub.schemas.codes;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.schemas.identifiers.Characters;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** The codes a field may hold and what they mean, with those that a revision of the standard abolished. */
public final class CodeList {

    /** What a code is on a day. */
    public enum State {
        /** The list never had it. */
        UNKNOWN,
        VALID,
        /** A later revision introduced it. */
        NOT_YET,
        /** An earlier revision abolished it. */
        ABOLISHED
    }

    /**
     * One code.
     *
     * @param from first day of validity; null when as old as the list, or not known
     * @param to last day of validity; null when without end
     * @param notations the same thing in other notations, by their names, such as {@code alpha2} of a country
     */
    record Entry(
            LocalizedText meaning,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            Map<String, String> notations) {

        Entry {
            if (from != null && to != null && to.isBefore(from)) {
                throw new IllegalArgumentException("a code cannot end on " + to + ", before it begins on " + from);
            }
            notations = Map.copyOf(notations);
        }
    }

    private final String name;
    private final String standard;
    private final String source;
    private final LocalizedText title;
    private final Map<String, Entry> codes;
    /** Those of codes that are numbers of at most three digits, as most are; at {@link #place}. */
    private final @Nullable Entry[] numbered = new @Nullable Entry[1_110];

    private final boolean dated;
    private final Map<String, String> named = new HashMap<>();

    CodeList(String name, String standard, String source, LocalizedText title, Map<String, Entry> codes) {
        this.name = name;
        this.standard = standard;
        this.source = source;
        this.title = title;
        this.codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
        codes.forEach((code, entry) -> {
            int place = place(code);
            if (place >= 0) {
                numbered[place] = entry;
            }
        });
        this.dated = codes.values().stream().anyMatch(entry -> entry.from() != null || entry.to() != null);
        codes.forEach((code, entry) -> {
            if (entry.to() == null) {
                name(code, entry);
            }
        });
        codes.forEach(this::name);
    }

    private void name(String code, Entry entry) {
        named.putIfAbsent(entry.meaning().zh(), code);
        named.putIfAbsent(entry.meaning().en(), code);
        entry.notations().values().forEach(other -> named.putIfAbsent(other, code));
    }

    /** As in {@code hub.codes}, e.g. {@code sex}. */
    public String name() {
        return name;
    }

    /** E.g. {@code GB/T 2261.1-2003}; {@code local} when no standard has the list. */
    public String standard() {
        return standard;
    }

    /** Where the codes were read, and how sure that is. */
    public String source() {
        return source;
    }

    public LocalizedText title() {
        return title;
    }

    /** Whether the list has or ever had the code. */
    public boolean contains(String code) {
        return codes.containsKey(code);
    }

    /** What a code means; in English as far as the list has it, otherwise Chinese in both. */
    public Optional<LocalizedText> meaning(String code) {
        return Optional.ofNullable(codes.get(code)).map(Entry::meaning);
    }

    /** Whether any code has a day on which it begins or ends; without, every code is {@code VALID} on every day. */
    public boolean dated() {
        return dated;
    }

    /** What a code is on a day. */
    public State state(String code, LocalDate day) {
        int place = place(code);
        Entry entry = place >= 0 ? numbered[place] : codes.get(code);
        if (entry == null) {
            return State.UNKNOWN;
        }
        if (entry.to() != null && day.isAfter(entry.to())) {
            return State.ABOLISHED;
        }
        return entry.from() != null && day.isBefore(entry.from()) ? State.NOT_YET : State.VALID;
    }

    /** Each number of one, two or three digits has its own, so that 1 and 01 differ; -1 for all else. */
    private static int place(String code) {
        int length = code.length();
        if (length < 1 || length > 3 || !Characters.areDigits(code, 0, length)) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < length; i++) {
            number = number * 10 + code.charAt(i) - '0';
        }
        return length == 1 ? number : length == 2 ? 10 + number : 110 + number;
    }

    /** First day of a code's validity, where the list knows one. */
    public Optional<LocalDate> from(String code) {
        return Optional.ofNullable(codes.get(code)).map(Entry::from);
    }

    /** Last day of an abolished code's validity. */
    public Optional<LocalDate> to(String code) {
        return Optional.ofNullable(codes.get(code)).map(Entry::to);
    }

    /** The code in another notation, such as {@code alpha2} or {@code numeric} of a country. */
    public Optional<String> notation(String code, String notation) {
        return Optional.ofNullable(codes.get(code))
                .map(entry -> entry.notations().get(notation));
    }

    /**
     * The code whose Chinese or English name or other notation is exactly this text; of several the first that is not
     * abolished.
     */
    public Optional<String> codeOf(String text) {
        return Optional.ofNullable(named.get(text));
    }

    /** All, also those abolished, in the order of the standard. */
    public Set<String> codes() {
        return codes.keySet();
    }

    /** Those valid on a day, in the order of the standard. */
    public List<String> codes(LocalDate day) {
        return codes.keySet().stream()
                .filter(code -> state(code, day) == State.VALID)
                .toList();
    }
}
