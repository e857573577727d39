package org.exchangehub.core.flow;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a source's settings by kind; what a kind does not know is refused, and so is what NiFi would take for an expression. */
final class SettingsForm {

    private static final Map<SourceSettings.Kind, Set<String>> KNOWN = Map.of(
            SourceSettings.Kind.DATABASE_TABLE,
            Set.of("jdbcUrl", "username", "password", "table", "incrementalColumn", "intervalSeconds"),
            SourceSettings.Kind.CSV_FOLDER,
            Set.of("folder", "charset", "delimiter", "intervalSeconds"));

    /** Only parameters that name no class, file or address: others would let a form run code on NiFi's machine. */
    private static final String JDBC_URL = "jdbc:postgresql://[A-Za-z0-9.\\-\\[\\]:]+/[A-Za-z0-9_\\-%.]+"
            + "(\\?((ssl|sslmode|currentSchema|ApplicationName|connectTimeout)=[A-Za-z0-9_\\-%.]*&?)+)?";

    private static final String IDENTIFIER = "[\\p{L}_][\\p{L}\\p{N}_$]{0,62}";
    private static final String FOLDER = "/(?!.*(^|/)\\.\\.(/|$))[^\\p{Cntrl}$#]*[^\\p{Cntrl}$#/]";
    private static final int DAY = 86_400;
    private static final int USUAL_INTERVAL = 30;

    private final @Nullable JsonNode settings;
    private final Refusals refusals;

    SettingsForm(@Nullable JsonNode settings, Refusals refusals) {
        this.settings = settings;
        this.refusals = refusals;
    }

    @Nullable
    SourceSettings read(SourceSettings.Kind kind) {
        if (settings == null || !settings.isObject()) {
            refusals.add("/settings", "an object with " + sorted(kind), null);
            return null;
        }
        for (String name : settings.propertyNames()) {
            if (!KNOWN.getOrDefault(kind, Set.of()).contains(name)) {
                refusals.add("/settings/" + name, "one of " + sorted(kind), name);
            }
        }
        return switch (kind) {
            case DATABASE_TABLE -> table();
            case CSV_FOLDER -> folder();
        };
    }

    /** The password as it came; null when there is none. */
    @Nullable
    String password() {
        return value("password");
    }

    private SourceSettings table() {
        if (password() == null || "".equals(password())) {
            refusals.add("/settings/password", "the database user's password", null);
        }
        return new SourceSettings.DatabaseTable(
                jdbcUrl(),
                text("username", "[^\\p{Cntrl}$#]{1,63}", "a database user"),
                text("table", "(" + IDENTIFIER + "\\.)?" + IDENTIFIER, "a table or view, optionally schema.table"),
                value("incrementalColumn") == null
                        ? null
                        : text("incrementalColumn", IDENTIFIER, "a column that grows with every change"),
                interval());
    }

    private SourceSettings folder() {
        String charset = text("charset", "[A-Za-z0-9._:+\\-]+", "a character set such as UTF-8 or GB18030");
        if (!charset.isEmpty() && !supported(charset)) {
            refusals.add("/settings/charset", "a character set this Java runtime knows", charset);
        }
        return new SourceSettings.CsvFolder(
                text("folder", FOLDER, "an absolute path without .., $ or #"),
                charset,
                text("delimiter", "[^\"\\p{Alnum}\\r\\n\\\\$#]", "one character, such as , or ;"),
                interval());
    }

    /** Never repeats what it refuses: a password may stand in it. */
    private String jdbcUrl() {
        String url = value("jdbcUrl");
        if (url == null || !url.matches(JDBC_URL)) {
            refusals.add(
                    "/settings/jdbcUrl",
                    "jdbc:postgresql://host:port/database, without user, password or class names",
                    null);
            return "";
        }
        return url;
    }

    private int interval() {
        JsonNode value = settings == null ? null : settings.get("intervalSeconds");
        if (value == null || value.isNull()) {
            return USUAL_INTERVAL;
        }
        int seconds = value.isInt() ? value.intValue() : 0;
        if (seconds < 1 || seconds > DAY) {
            refusals.add("/settings/intervalSeconds", "whole seconds, 1 to " + DAY, value.toString());
        }
        return seconds;
    }

    private String text(String name, String pattern, String expected) {
        return refusals.text("/settings/" + name, value(name), pattern, expected);
    }

    private @Nullable String value(String name) {
        JsonNode value = settings == null ? null : settings.get(name);
        return value == null || !value.isString() ? null : value.stringValue();
    }

    private static boolean supported(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }

    private static String sorted(SourceSettings.Kind kind) {
        return KNOWN.getOrDefault(kind, Set.of()).stream().sorted().toList().toString();
    }
}
