package org.exchangehub.engines.login;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Logs a person in by the authorization code flow with PKCE (RFC 7636), as a browser would: fetches the login page,
 * posts its form, catches the redirect, exchanges the code. Cookies are carried by hand because Keycloak marks them
 * Secure, which a cookie store would not send over http://localhost.
 */
public final class PersonLogin {

    private static final String CLIENT = "catalog-ui";
    private static final Pattern ACTION = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Realm realm;
    private final String redirect;

    /**
     * Logs people in to this realm.
     *
     * @param hub address of the hub, where the user interface's client sends people back to
     */
    public PersonLogin(Realm realm, URI hub) {
        this.realm = realm;
        this.redirect = hub.resolve("/").toString();
    }

    /** An access token of this person. */
    public String token(String username, String password) {
        String verifier = random();
        HttpResponse<String> page = realm.send(HttpRequest.newBuilder(realm.authorizationEndpoint(Map.of(
                "client_id",
                CLIENT,
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                redirect,
                "state",
                random(),
                "code_challenge",
                challenge(verifier),
                "code_challenge_method",
                "S256"))));
        HttpResponse<String> answer = realm.send(HttpRequest.newBuilder(formAction(page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", cookies(page))
                .POST(BodyPublishers.ofString(new Form(Map.of("username", username, "password", password)).encoded())));
        return realm.token(Map.of(
                "grant_type", "authorization_code",
                "client_id", CLIENT,
                "redirect_uri", redirect,
                "code", code(username, answer),
                "code_verifier", verifier));
    }

    private static URI formAction(HttpResponse<String> page) {
        Matcher form = ACTION.matcher(page.body());
        if (page.statusCode() != 200 || !form.find()) {
            throw new LoginFailed("expected a login page, found status " + page.statusCode());
        }
        return URI.create(form.group(1).replace("&amp;", "&"));
    }

    private static String cookies(HttpResponse<String> page) {
        return page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> Arrays.asList(cookie.split(";", 2)).getFirst())
                .collect(Collectors.joining("; "));
    }

    private static String code(String username, HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElse("");
        Matcher code = CODE.matcher(location);
        if (!code.find()) {
            throw new LoginFailed("login of " + username + ": expected a redirect with a code, found status "
                    + answer.statusCode() + " (wrong password?)");
        }
        return URLDecoder.decode(code.group(1), UTF_8);
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return BASE64.encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new LoginFailed("every Java platform has SHA-256", e);
        }
    }
}
