package org.exchangehub.core.identity;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the catalog's pages where people log in. */
@Hidden
@RestController
class ClientConfigController {

    private final IdentitySettings settings;

    ClientConfigController(IdentitySettings settings) {
        this.settings = settings;
    }

    @GetMapping(path = "/config.json", produces = MediaType.APPLICATION_JSON_VALUE)
    ClientConfig config() {
        return new ClientConfig(settings.issuer(), settings.serverUrl(), settings.realm(), "catalog-ui");
    }

    /**
     * What the pages need to know.
     *
     * @param realmUrl the identity provider's base URL, without the realm
     */
    record ClientConfig(URI issuer, String realmUrl, String realm, String client) {}
}
