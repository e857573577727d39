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
            Set.of("folder", "charset", "delimiter", "intervalSeconds"),
            SourceSettings.Kind.XLSX_FOLDER,
            Set.of("folder", "sheet", "headerRow", "intervalSeconds"),
            SourceSettings.Kind.JSON_API,
            Set.of(
                    "url",
                    "itemsPointer",
                    "paging",
                    "pageParameter",
                    "sizeParameter",
                    "pageSize",
                    "nextPointer",
                    "headerName",
                    "headerValue",
                    "intervalSeconds"));

    /** Only parameters that name no class, file or address: others would let a form run code on NiFi's machine. */
    private static final String JDBC_URL = "jdbc:postgresql://[A-Za-z0-9.\\-\\[\\]:]+/[A-Za-z0-9_\\-%.]+"
            + "(\\?((ssl|sslmode|currentSchema|ApplicationName|connectTimeout)=[A-Za-z0-9_\\-%.]*&?)+)?";

    private static final String IDENTIFIER = "[\\p{L}_][\\p{L}\\p{N}_$]{0,62}";
    private static final String FOLDER = "/(?!.*(^|/)\\.\\.(/|$))[^\\p{Cntrl}$#]*[^\\p{Cntrl}$#/]";
    private static final String SHEET = "[^\\p{Cntrl}$#\\[\\]:*?/\\\\]{1,31}";
    private static final int LAST_HEADER_ROW = 1_000;
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
            case CSV_FOLDER -> csvFolder();
            case XLSX_FOLDER -> xlsxFolder();
            case JSON_API -> new ApiForm(this, refusals).read();
        };
    }

    /** The database user's password or the header's value as it came; null when there is none. */
    @Nullable
    String secret() {
        String password = value("password");
        return password == null ? value("headerValue") : password;
    }

    private SourceSettings table() {
        String password = value("password");
        if (password == null || password.isEmpty()) {
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

    private SourceSettings csvFolder() {
        String charset = text("charset", "[A-Za-z0-9._:+\\-]+", "a character set such as UTF-8 or GB18030");
        if (!charset.isEmpty() && !supported(charset)) {
            refusals.add("/settings/charset", "a character set this Java runtime knows", charset);
        }
        return new SourceSettings.CsvFolder(
                folder(),
                charset,
                text("delimiter", "[^\"\\p{Alnum}\\r\\n\\\\$#]", "one character, such as , or ;"),
                interval());
    }

    private SourceSettings xlsxFolder() {
        String sheet = value("sheet");
        return new SourceSettings.XlsxFolder(
                folder(),
                sheet == null || sheet.isEmpty()
                        ? null
                        : text("sheet", SHEET, "a sheet's name as Excel allows it, without $ or #"),
                number("headerRow", LAST_HEADER_ROW, 1),
                interval());
    }

    private String folder() {
        return text("folder", FOLDER, "an absolute path without .., $ or #");
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

    int interval() {
        return number("intervalSeconds", DAY, USUAL_INTERVAL);
    }

    /** A whole number from 1 to {@code most}; what is usual when it is not said. */
    int number(String name, int most, int usual) {
        JsonNode value = settings == null ? null : settings.get(name);
        if (value == null || value.isNull()) {
            return usual;
        }
        int number = value.isInt() ? value.intValue() : 0;
        if (number < 1 || number > most) {
            refusals.add("/settings/" + name, "a whole number, 1 to " + most, value.toString());
        }
        return number;
    }

    private String text(String name, String pattern, String expected) {
        return refusals.text("/settings/" + name, value(name), pattern, expected);
    }

    @Nullable
    String value(String name) {
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
