package org.exchangehub.core.flow;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where NiFi is and how the hub shows it who it is.
 *
 * @param hubUrl base URL at which NiFi reaches the hub
 * @param watchInterval how often the flows' state is read from NiFi; 5 s unless said otherwise
 */
@Validated
@ConfigurationProperties(prefix = "hub.flow", ignoreUnknownFields = false)
record FlowProperties(
        @Valid @NotNull Nifi nifi,
        @NotNull URI hubUrl,
        @DefaultValue("5s") Duration watchInterval) {

    /**
     * The NiFi server and the hub's client certificate for it.
     *
     * @param url base URL without a path, such as https://localhost:8443
     * @param keyStore PKCS#12 file with the hub's own key and certificate
     * @param trustStore PKCS#12 file with the authority that signed NiFi's certificate
     */
    record Nifi(
            @NotNull URI url,
            @NotNull Path keyStore,
            @NotNull Path keyStorePasswordFile,
            @NotNull Path trustStore,
            @NotNull Path trustStorePasswordFile) {}
}
