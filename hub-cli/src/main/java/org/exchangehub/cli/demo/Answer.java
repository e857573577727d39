package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What the hub answered.
 *
 * @param call method and path, as told in the story
 * @param body parsed JSON; a missing node when the answer had no body
 * @param evidence log origin and index of the entry that was written before this answer was given
 * @param next path of the next page, when there is one
 */
public record Answer(String call, int status, JsonNode body, Optional<String> evidence, Optional<String> next) {

    /** This answer, when its status is one of those expected. */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(expected -> expected == status)) {
            throw new StoryBroken(
                    "%s: expected status %s, found %d: %s".formatted(call, Arrays.toString(statuses), status, body));
        }
        return this;
    }

    /** The field's text, or an empty string when the body has no such field. */
    public String text(String field) {
        return body.path(field).asText("");
    }

    /** The items of a list answer. */
    public List<JsonNode> items() {
        return StreamSupport.stream(body.path("items").spliterator(), false).toList();
    }
}
