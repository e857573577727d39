package org.exchangehub.core.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Turns a refusal into {@code application/problem+json}; a denial is put into evidence first. */
@Component
public class ProblemRenderer {

    static final String EVIDENCE_HEADER = "Hub-Evidence";

    private static final Logger LOG = LoggerFactory.getLogger(ProblemRenderer.class);

    private final ObjectMapper json;
    private final ObjectProvider<DenialWitness> witness;

    ProblemRenderer(ObjectMapper json, ObjectProvider<DenialWitness> witness) {
        this.json = json;
        this.witness = witness;
    }

    /** Writes the answer from within a filter. */
    public void write(HttpServletRequest request, HttpServletResponse response, HubProblem problem) throws IOException {
        ResponseEntity<ProblemBody> entity = entity(request, problem);
        response.setStatus(entity.getStatusCode().value());
        entity.getHeaders().forEach((name, values) -> response.setHeader(name, values.getFirst()));
        response.getOutputStream().write(json.writeValueAsBytes(entity.getBody()));
    }

    ResponseEntity<ProblemBody> entity(HttpServletRequest request, HubProblem problem) {
        HttpHeaders headers = new HttpHeaders();
        HubProblem answered = evidenced(request, problem, headers);
        answered.retryAfter()
                .map(pause -> Long.toString(Math.max(1, pause.toSeconds())))
                .ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(answered.code().status()).headers(headers).body(ProblemBody.of(answered));
    }

    private HubProblem evidenced(HttpServletRequest request, HubProblem problem, HttpHeaders headers) {
        problem.evidence().ifPresent(evidence -> headers.set(EVIDENCE_HEADER, evidence));
        if (problem.code() != ErrorCode.ACCESS_DENIED || problem.evidence().isPresent()) {
            return problem;
        }
        try {
            witness.stream()
                    .flatMap(each -> each.record(request, problem).stream())
                    .forEach(evidence -> headers.set(EVIDENCE_HEADER, evidence));
            return problem;
        } catch (HubProblem unavailable) {
            LOG.error("A denial could not be recorded: {}", unavailable.getMessage());
            return unavailable;
        }
    }
}
