package org.exchangehub.core.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.exchangehub.core.identity.AppClients.Credentials;
import org.exchangehub.core.identity.AppClients.Made;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/clients", produces = MediaType.APPLICATION_JSON_VALUE)
class AppClientController {

    private final AppClients clients;
    private final AppClientRepository repository;
    private final IdentitySettings settings;

    AppClientController(AppClients clients, AppClientRepository repository, IdentitySettings settings) {
        this.clients = clients;
        this.repository = repository;
        this.settings = settings;
    }

    /** A client to be made: {@code app-<code>}, with one of {@code publicKey} (PEM), {@code jwks} and {@code secret: true}. */
    record AppClientRequest(
            @Nullable String code,
            @Nullable String title,
            @Nullable String publicKey,
            @Nullable Map<String, Object> jwks,
            @Nullable Boolean secret) {

        Credentials credentials() {
            return new Credentials(publicKey, jwks, Boolean.TRUE.equals(secret));
        }
    }

    /** New credentials; the old keys are good for {@code overlapDays} more days (0 to 30, else 7), an old secret is not. */
    record AppClientRotation(
            @Nullable String publicKey,
            @Nullable Map<String, Object> jwks,
            @Nullable Boolean secret,
            @Nullable Integer overlapDays) {

        Credentials credentials() {
            return new Credentials(publicKey, jwks, Boolean.TRUE.equals(secret));
        }
    }

    record AppClientRevocation(@Nullable String reason) {}

    /**
     * A client as it was made.
     *
     * @param secret shown this once
     * @param tokenEndpoint where it gets its access tokens (client credentials)
     */
    record AppClientMade(AppClient client, @Nullable String secret, URI tokenEndpoint) {}

    record AppClientList(List<AppClient> items) {}

    @PostMapping
    ResponseEntity<AppClientMade> make(@RequestBody AppClientRequest request, Caller caller) {
        Made made = clients.make(request.code(), request.title(), request.credentials(), caller);
        return ResponseEntity.created(
                        URI.create("/api/v1/clients/" + made.client().client()))
                .cacheControl(CacheControl.noStore())
                .body(view(made));
    }

    /** The department's own; all for those who administer. */
    @GetMapping
    AppClientList list(Caller caller) {
        String department = caller.department() == null ? "" : caller.department();
        return new AppClientList(repository.list(AppClients.seesAll(caller) ? null : department));
    }

    @GetMapping("/{client}")
    AppClient get(@PathVariable String client, Caller caller) {
        return clients.seen(client, caller);
    }

    @PostMapping("/{client}/rotations")
    ResponseEntity<AppClientMade> rotate(
            @PathVariable String client, @RequestBody AppClientRotation rotation, Caller caller) {
        Made made = clients.rotate(client, rotation.credentials(), rotation.overlapDays(), caller);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(made));
    }

    @PostMapping("/{client}/revocations")
    AppClient revoke(@PathVariable String client, @RequestBody AppClientRevocation why, Caller caller) {
        return clients.revoke(client, why.reason(), caller);
    }

    private AppClientMade view(Made made) {
        return new AppClientMade(made.client(), made.secret(), settings.endpoint("token"));
    }
}
