package org.exchangehub.core.problem;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes the trace id from the request's {@code traceparent}, or gives it one, before anything else happens, and for whom the
 * caller asks from {@code Hub-On-Behalf-Of}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

    private final ProblemRenderer renderer;

    TraceFilter(ProblemRenderer renderer) {
        this.renderer = renderer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put(Trace.KEY, Trace.from(request.getHeader("traceparent")));
        String onBehalfOf = request.getHeader(Serving.ON_BEHALF_OF);
        try {
            if (Serving.tooLong(onBehalfOf)) {
                renderer.write(request, response, tooLong());
                return;
            }
            Serving.begin(onBehalfOf);
            chain.doFilter(request, response);
        } finally {
            Serving.end();
            MDC.remove(Trace.KEY);
        }
    }

    private static HubProblem tooLong() {
        String expected = "at most " + Serving.LONGEST + " characters";
        return new HubProblem(
                ErrorCode.REQUEST_INVALID,
                "The end user cannot be put into the access log so.",
                List.of(new FieldError(Serving.ON_BEHALF_OF, expected, "more")));
    }
}
