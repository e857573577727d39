package org.exchangehub.core.query;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.exchangehub.core.access.Decision;
import org.exchangehub.core.contract.Contracts;
import org.exchangehub.core.contract.RowCondition;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardSchema;
import org.springframework.stereotype.Component;

/** What a permit comes to on a dataset's schema: decided first, so that nobody learns of a dataset what they may not know. */
@Component
class Readings {

    private final Gate gate;
    private final Contracts contracts;
    private final RecipientTokens tokens;

    Readings(Gate gate, Contracts contracts, RecipientTokens tokens) {
        this.gate = gate;
        this.contracts = contracts;
        this.tokens = tokens;
    }

    /**
     * A question that is permitted.
     *
     * @param conditions of the grant and of the question, all of which a record must meet
     * @param fields to be read: those shown, those masks go by, and those that name whom a record is about
     */
    record Reading(
            Decision.Permit permit,
            StandardSchema schema,
            Projection projection,
            List<RowCondition> conditions,
            List<String> fields) {}

    /**
     * Decides and compiles.
     *
     * @throws HubProblem {@code ACCESS_DENIED} with its evidence, {@code NOT_FOUND} before anything is published, {@code
     *     REQUEST_INVALID} for filters that do not fit
     */
    Reading of(Question question) {
        Decision.Permit permit = gate.open(question);
        StandardSchema schema = contracts
                .published(question.dataset())
                .orElseThrow(Records::unpublished)
                .schema();
        Projection projection = Projection.of(schema, permit.fields(), question.fields(), tokens.of(question.caller()));
        List<RowCondition> conditions = new ArrayList<>(permit.rowFilter());
        question.filters().forEach(filter -> conditions.add(filter.on(schema)));
        return new Reading(permit, schema, projection, conditions, Subjects.read(schema, projection.read()));
    }

    /**
     * Short for the terms of a reading, its grant, its fields, its rows and the secret of tokens: another when one of them is
     * another.
     */
    String terms(Reading reading) {
        Decision.Permit permit = reading.permit();
        String text =
                tokens.epoch() + " " + permit.grant() + " " + new TreeMap<>(permit.fields()) + " " + permit.rowFilter();
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
