package org.exchangehub.core.flow;

import java.time.Instant;
import org.exchangehub.core.contract.BoundSchema;
import org.exchangehub.core.contract.MappingCheck;
import org.exchangehub.schemas.StandardSchema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A source as asked for, every part of it checked against the dataset's schema.
 *
 * @param secret the database user's password or the API's key; null without one. Goes to NiFi and is not kept
 * @param mapping JSON text
 */
record SourceDraft(
        String code,
        String titleZh,
        String titleEn,
        Source.Mode mode,
        SourceSettings settings,
        @Nullable String secret,
        String mapping) {

    private static final String CODE = "[a-z][a-z0-9-]{1,38}[a-z0-9]";

    /** Refuses with every error and its pointer. */
    static SourceDraft of(SourceRequest request, BoundSchema bound) {
        Refusals refusals = new Refusals();
        String code = refusals.text(
                "/code",
                request.code(),
                CODE,
                "3 to 40 lower-case letters, digits and hyphens, beginning with a letter");
        SourceRequest.SourceTitle title = request.title();
        String zh = refusals.text("/title/zh", title == null ? null : title.zh(), "(?s).*\\S.*", "a title in Chinese");
        String en = refusals.text("/title/en", title == null ? null : title.en(), "(?s).*\\S.*", "a title in English");
        Source.Mode mode = refusals.oneOf("/mode", request.mode(), Source.Mode.class);
        SourceSettings.Kind kind = refusals.oneOf("/kind", request.kind(), SourceSettings.Kind.class);
        SettingsForm form = new SettingsForm(request.settings(), refusals);
        SourceSettings settings = kind == null ? null : form.read(kind);
        if (settings instanceof SourceSettings.DatabaseTable table && mode != null) {
            checkIncrement(table, mode, refusals);
        }
        String mapping = mapping(request.mapping(), bound.schema(), refusals);
        refusals.throwIfAny("The source cannot be registered as described");
        if (mode == null || settings == null) {
            throw new IllegalStateException("a source without mode or settings must have been refused");
        }
        return new SourceDraft(code, zh, en, mode, settings, form.secret(), mapping);
    }

    Source registered(String dataset, String department, Instant now) {
        return new Source(
                code,
                dataset,
                department,
                titleZh,
                titleEn,
                mode,
                settings,
                mapping,
                Source.State.PROVISIONING,
                null,
                0,
                null,
                now,
                1);
    }

    /** A snapshot is the whole table, an update only what has grown: the column goes with the latter and no other way. */
    private static void checkIncrement(SourceSettings.DatabaseTable table, Source.Mode mode, Refusals refusals) {
        String pointer = "/settings/incrementalColumn";
        switch (mode) {
            case UPSERT -> {
                if (table.incrementalColumn() == null) {
                    refusals.add(pointer, "a column that grows with every change, because the mode is UPSERT", null);
                }
            }
            case SNAPSHOT -> {
                if (table.incrementalColumn() != null) {
                    refusals.add(pointer, "nothing, because a SNAPSHOT reads the whole table", "a column");
                }
            }
        }
    }

    private static String mapping(@Nullable JsonNode given, StandardSchema schema, Refusals refusals) {
        MappingCheck.errors(given, schema).forEach(refusals::add);
        return given == null ? "{}" : given.toString();
    }

    @Override
    public String toString() {
        return "SourceDraft[" + code + ", " + settings + "]";
    }
}
