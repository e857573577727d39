package org.exchangehub.nifi.http;

import com.fasterxml.jackson.core.JsonPointer;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How an API hands out more than one page. */
sealed interface Paging {

    /** Address of the first page. */
    URI first(URI url);

    /**
     * Address of the page after one; empty after the last.
     *
     * @param page number of the page that was read, from 1
     * @throws ApiRefused when the API names a next page it must not
     */
    Optional<URI> next(URI url, int page, ItemsPage read) throws ApiRefused;

    /** One answer holds everything. */
    record None() implements Paging {
        @Override
        public URI first(URI url) {
            return url;
        }

        @Override
        public Optional<URI> next(URI url, int page, ItemsPage read) {
            return Optional.empty();
        }
    }

    /**
     * Pages are numbered from 1 in a parameter of the query. The first page without an item ends it, not a short one:
     * servers cap the size asked for, and filter pages after cutting them.
     *
     * @param sizeParameter name of the parameter that says how many items a page shall have; empty for none
     */
    record ByNumber(String pageParameter, String sizeParameter, int size) implements Paging {
        @Override
        public URI first(URI url) {
            return numbered(url, 1);
        }

        @Override
        public Optional<URI> next(URI url, int page, ItemsPage read) {
            return read.items() == 0 ? Optional.empty() : Optional.of(numbered(url, page + 1));
        }

        private URI numbered(URI url, int page) {
            String query = url.getRawQuery() == null ? "" : url.getRawQuery() + "&";
            String size = sizeParameter.isEmpty() ? "" : "&" + encoded(sizeParameter) + "=" + this.size;
            String text = url.toString();
            int mark = text.indexOf('?');
            return URI.create((mark < 0 ? text : text.substring(0, mark)) + "?" + query + encoded(pageParameter) + "="
                    + page + size);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /**
     * Each page names the next, in its {@code Link} header (RFC 8288, relation next) or at a place of its body.
     *
     * @param pointer where in the body; empty for the header
     */
    record ByLink(Optional<JsonPointer> pointer) implements Paging {
        @Override
        public URI first(URI url) {
            return url;
        }

        @Override
        public Optional<URI> next(URI url, int page, ItemsPage read) throws ApiRefused {
            Optional<String> link = read.next();
            if (link.isEmpty()) {
                return Optional.empty();
            }
            URI next;
            try {
                next = url.resolve(link.get());
            } catch (IllegalArgumentException e) {
                throw new ApiRefused("下一页链接不是网址", "the link to the next page is no address");
            }
            if (!origin(next).equals(origin(url))) {
                throw new ApiRefused(
                        "下一页链接指向另一服务器 " + next.getHost() + "，已拒绝",
                        "the link to the next page leads to another server, " + next.getHost()
                                + ", and is not followed");
            }
            return Optional.of(next);
        }

        private static String origin(URI url) {
            return url.getScheme() + "://" + url.getHost() + ":" + url.getPort();
        }
    }
}
