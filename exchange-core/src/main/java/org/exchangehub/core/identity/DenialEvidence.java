package org.exchangehub.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.AuditLog;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.DenialWitness;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** Writes a denial to a known caller into the access log before the caller learns of it. */
@Component
class DenialEvidence implements DenialWitness {

    private final AuditLog log;

    DenialEvidence(AuditLog log) {
        this.log = log;
    }

    @Override
    public Optional<String> record(HttpServletRequest request, HubProblem problem) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt token)) {
            return Optional.empty();
        }
        String client = token.getClaimAsString("azp");
        var departments = TokenCaller.departments(token);
        Who who = new Who(
                TokenCaller.subject(token),
                client == null ? "" : client,
                departments.size() == 1 ? departments.getFirst() : null);
        return Optional.of(log.append(AuditFact.of(Auditable.ACCESS_DENIED, who)
                        .outcome(Outcome.DENIED)
                        .detail("method", request.getMethod())
                        .detail("path", pattern(request))
                        .detail("reason", problem.code())
                        .personal("uri", request.getRequestURI())
                        .personal("detail", problem.getMessage())
                        .build())
                .header());
    }

    /** The route, not the address: an address may hold a person's identifier. */
    private static String pattern(HttpServletRequest request) {
        Object pattern = request.getAttribute("org.springframework.web.servlet.HandlerMapping.bestMatchingPattern");
        return pattern == null ? "" : pattern.toString();
    }
}
