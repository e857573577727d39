package org.exchangehub.core.identity;

import org.exchangehub.core.audit.LogReader;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the access log who reads it. */
@Component
class TokenReader implements LogReader {

    @Override
    public Who who() {
        return caller().who();
    }

    @Override
    public void requireAuditor() {
        caller().require(Role.AUDIT_ADMIN);
    }

    private static Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof Jwt token
                && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request) {
            return TokenCaller.of(token, request.getRequest().getHeader(TokenCaller.DEPARTMENT_HEADER));
        }
        throw new HubProblem(ErrorCode.UNAUTHENTICATED, "This needs a bearer token.");
    }
}
