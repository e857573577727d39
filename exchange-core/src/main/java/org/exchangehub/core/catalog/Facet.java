package org.exchangehub.core.catalog;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A side of a dataset that a search of the catalog counts by and narrows to. */
public enum Facet {
    /** Code of the providing department. */
    DEPARTMENT("department", "department = any(:%s)"),
    STATE("state", "state = any(:%s)"),
    /** First digit of the classification: 1 basic, 2 topic, 3 department data (发改高技〔2017〕1272号). */
    CLASSIFICATION("class", "left(code, 1) = any(:%s)"),
    SHARE_ATTRIBUTE("shareAttribute", "entry ->> 'shareAttribute' = any(:%s)"),
    SHARE_MODE("shareMode", "jsonb_exists_any(entry -> 'shareModes', :%s)"),
    /** 1 to 4 general, 5 important, 6 core data. */
    LEVEL("level", "entry ->> 'level' = any(:%s)"),
    FORMAT("format", "entry ->> 'format' = any(:%s)"),
    UPDATE_CYCLE("updateCycle", "entry ->> 'updateCycle' = any(:%s)"),
    /** Whether it is open to the public, too: {@code true} or {@code false}. */
    OPEN("open", "entry ->> 'open' = any(:%s)");

    private final String parameter;
    private final String condition;

    Facet(String parameter, String condition) {
        this.parameter = parameter;
        this.condition = condition;
    }

    /** The name of its query parameter, and of its member in answers. */
    public String parameter() {
        return parameter;
    }

    /** What a dataset is counted under; nothing where its entry does not say. */
    public List<String> of(Dataset dataset) {
        Entry entry = dataset.entry();
        return switch (this) {
            case DEPARTMENT -> List.of(dataset.department());
            case STATE -> List.of(dataset.state().name());
            case CLASSIFICATION -> List.of(dataset.code().substring(0, 1));
            case SHARE_ATTRIBUTE -> stated(entry.shareAttribute());
            case SHARE_MODE -> dataset.shareModes().stream().map(Enum::name).toList();
            case LEVEL -> stated(entry.level());
            case FORMAT -> stated(entry.format());
            case UPDATE_CYCLE -> stated(entry.updateCycle());
            case OPEN -> stated(entry.open());
        };
    }

    private static List<String> stated(@Nullable Object value) {
        return value == null ? List.of() : List.of(value.toString());
    }

    /** The SQL condition, and the name of its parameter: an array of text. */
    String condition() {
        return condition.formatted(sqlParameter());
    }

    String sqlParameter() {
        return "only" + name().toLowerCase(Locale.ROOT);
    }
}
