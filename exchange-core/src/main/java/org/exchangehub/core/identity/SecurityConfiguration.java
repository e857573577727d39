package org.exchangehub.core.identity;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.HEAD;

import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.ProblemRenderer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What needs a token (everything that is not here) and what every answer's headers say. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    JwtDecoder jwtDecoder(IdentitySettings settings) {
        return new TokenDecoder(settings);
    }

    /** Paths and headers that Spring Security lets nobody behind it see, such as two slashes in a row, are a caller's mistake. */
    @Bean
    RequestRejectedHandler rejected(ProblemRenderer renderer) {
        return (request, response, rejected) -> renderer.write(
                request,
                response,
                new HubProblem(ErrorCode.REQUEST_UNPARSABLE, "The request cannot be taken: " + rejected.getMessage()));
    }

    /** What each filter of the chain takes is measured by nobody, and measuring it costs more than most of them. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, IdentitySettings settings, SecurityProblems problems) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/log/tile/entries/**")
                        .authenticated()
                        .requestMatchers(GET, "/log/checkpoint", "/log/tile/**", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/api/**", "/log/**", "/actuator/**")
                        .authenticated()
                        .requestMatchers(GET, "/**")
                        .permitAll()
                        .requestMatchers(HEAD, "/**")
                        .permitAll()
                        .requestMatchers("/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .withObjectPostProcessor(problems.unansweredByDefault()))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .frameOptions(frame -> frame.deny()))
                .build();
    }

    /** Only our own files; styles also inline, because the component library positions its poppers by them. */
    private static String policy(IdentitySettings settings) {
        String issuer = settings.serverUrl().replaceAll("(https?://[^/]+).*", "$1");
        return "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
                + "font-src 'self'; connect-src 'self' " + issuer + "; frame-src " + issuer
                + "; frame-ancestors 'none'; base-uri 'none'; form-action 'self' " + issuer;
    }
}
