package org.exchangehub.core.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.ProblemRenderer;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Answers what the security filters refuse, in the same form as every other refusal. */
@Component
class SecurityProblems implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemRenderer renderer;
    private final AuthenticationFailures failures;

    SecurityProblems(ProblemRenderer renderer, AuthenticationFailures failures) {
        this.renderer = renderer;
        this.failures = failures;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
            throws IOException {
        if (refused instanceof AuthenticationServiceException) {
            renderer.write(
                    request,
                    response,
                    new HubProblem(
                            ErrorCode.IDENTITY_UNAVAILABLE,
                            "The identity provider's keys cannot be read now; try again."));
            return;
        }
        failures.count(request.getRemoteAddr());
        boolean invalid = refused instanceof InvalidBearerTokenException;
        response.setHeader("WWW-Authenticate", invalid ? "Bearer error=\"invalid_token\"" : "Bearer");
        String detail = invalid
                ? "The bearer token is not accepted: " + refused.getMessage() + "."
                : "This needs a bearer token issued for the hub.";
        renderer.write(request, response, new HubProblem(ErrorCode.UNAUTHENTICATED, detail));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        renderer.write(request, response, new HubProblem(ErrorCode.ACCESS_DENIED, "This is not open to you."));
    }

    /** Without this a failure to reach the issuer would leave the filter as an exception instead of an answer. */
    ObjectPostProcessor<BearerTokenAuthenticationFilter> unansweredByDefault() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(SecurityProblems.this::commence);
                return filter;
            }
        };
    }
}
