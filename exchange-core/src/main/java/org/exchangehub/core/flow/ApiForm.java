package org.exchangehub.core.flow;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;

/** Reads the settings of a JSON API. */
final class ApiForm {

    private static final Set<String> OURS =
            Set.of("accept", "connection", "content-length", "expect", "host", "transfer-encoding", "upgrade");
    private static final String PARAMETER = "[A-Za-z0-9_.\\-\\[\\]]{1,64}";
    private static final String SECRET = "[\\x21-\\x7e]([\\x20-\\x7e]{0,2046}[\\x21-\\x7e])?";
    private static final int LARGEST_PAGE = 100_000;
    private static final int USUAL_PAGE = 500;

    private final SettingsForm form;
    private final Refusals refusals;

    ApiForm(SettingsForm form, Refusals refusals) {
        this.form = form;
        this.refusals = refusals;
    }

    SourceSettings.JsonApi read() {
        String header = header();
        String given = form.value("paging");
        SourceSettings.Paging paging =
                refusals.oneOf("/settings/paging", given == null ? "NONE" : given, SourceSettings.Paging.class);
        boolean numbered = paging == SourceSettings.Paging.PAGE;
        return new SourceSettings.JsonApi(
                url(header != null),
                pointer("itemsPointer", true),
                paging == null ? SourceSettings.Paging.NONE : paging,
                parameter("pageParameter", numbered, numbered),
                parameter("sizeParameter", numbered, false),
                form.number("pageSize", LARGEST_PAGE, USUAL_PAGE),
                pointer("nextPointer", paging == SourceSettings.Paging.NEXT_LINK),
                header,
                form.interval());
    }

    /** Never repeats what it refuses: a key may stand in it. A {@code $} or {@code #} would be NiFi's own language. */
    private String url(boolean secret) {
        String text = form.value("url");
        String expected = "http or https with a host, without user, password, fragment or $";
        try {
            URI url = new URI(text == null || text.length() > 2_048 ? "" : text);
            boolean http = Set.of("http", "https").contains(String.valueOf(url.getScheme()));
            if (text == null
                    || !http
                    || url.getHost() == null
                    || url.getRawUserInfo() != null
                    || text.matches(".*[$#].*")) {
                refusals.add("/settings/url", expected, null);
                return "";
            }
            if (secret
                    && !"https".equals(url.getScheme())
                    && !url.getHost().matches("localhost|127(\\.\\d{1,3}){3}|\\[::1]")) {
                refusals.add("/settings/url", "https, because a secret is sent along", null);
            }
            return text;
        } catch (URISyntaxException e) {
            refusals.add("/settings/url", expected, null);
            return "";
        }
    }

    private @Nullable String header() {
        String name = form.value("headerName");
        String secret = form.value("headerValue");
        if (name == null) {
            if (secret != null) {
                refusals.add("/settings/headerName", "the name of the header, because it has a value", null);
            }
            return null;
        }
        if (!name.matches("[A-Za-z0-9\\-_]{1,64}") || OURS.contains(name.toLowerCase(Locale.ROOT))) {
            refusals.add("/settings/headerName", "the name of a header that is free, such as X-API-Key", name);
        }
        if (secret == null || !secret.matches(SECRET)) {
            refusals.add("/settings/headerValue", "printable ASCII characters, at most 2 048", null);
        }
        return name;
    }

    private @Nullable String pointer(String name, boolean fits) {
        String text = form.value(name);
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!fits) {
            refusals.add("/settings/" + name, "nothing with this paging", text);
        } else if (!text.matches("(/[^\\p{Cntrl}$#]{0,200}){1,20}") || !compiles(text)) {
            refusals.add("/settings/" + name, "a JSON pointer such as /data/items", text);
        }
        return text;
    }

    private static boolean compiles(String pointer) {
        try {
            JsonPointer.compile(pointer);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable String parameter(String name, boolean fits, boolean needed) {
        String text = form.value(name);
        if (text == null) {
            if (needed) {
                refusals.add("/settings/" + name, "a query parameter, because pages are numbered", null);
            }
            return null;
        }
        if (!fits) {
            refusals.add("/settings/" + name, "nothing with this paging", text);
        }
        return refusals.text("/settings/" + name, text, PARAMETER, "a query parameter");
    }
}
