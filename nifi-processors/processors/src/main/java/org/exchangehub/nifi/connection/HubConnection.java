package org.exchangehub.nifi.connection;

import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.controller.ControllerService;

/** The hub's HTTP API, spoken with one client's credentials. Safe for use by many threads. */
@Tags({"exchange hub", "http", "oauth2"})
@CapabilityDescription("Speaks the Exchange Hub's API as one client.")
public interface HubConnection extends ControllerService {

    /**
     * Sends a request and answers with what the hub says. Every request of the hub's API that NiFi makes may be repeated,
     * so it is, as long as the network or the hub fails and attempts are left.
     *
     * @throws HubUnavailable when no attempt was answered, or only with 408, 425, 429 or 5xx: try again later
     * @throws HubRefused when the hub or the identity server says no
     */
    HubAnswer send(HubRequest request);

    /**
     * Reads a JSON document that changes seldom, such as a mapping. It is kept for the cache time and then asked for by its
     * ETag; when the hub cannot be asked then, the old one is not used.
     *
     * @param path path below the hub's URL, encoded, e.g. {@code /api/v1/sources/market/mapping}
     * @return the same instance as long as the document has not changed
     */
    String document(String path);
}
