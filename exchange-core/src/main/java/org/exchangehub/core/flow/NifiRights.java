package org.exchangehub.core.flow;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The hub's own rights in NiFi. A fresh NiFi knows the hub as its first administrator but gives nobody a right on the
 * root group, which did not exist when its policies were written: the hub gives itself the few it needs.
 */
@Component
class NifiRights {

    private static final Logger log = LoggerFactory.getLogger(NifiRights.class);

    private final NifiApi nifi;

    NifiRights(NifiApi nifi) {
        this.nifi = nifi;
    }

    /** Makes sure of the rights to make, run and empty flows under the root group; repeats do nothing. */
    void ensure(String root) {
        String group = "/process-groups/" + root;
        List<Right> missing = Stream.of(
                        new Right("read", group),
                        new Right("write", group),
                        new Right("read", "/data" + group),
                        new Right("write", "/data" + group),
                        new Right("write", "/operation" + group),
                        new Right("read", "/parameter-contexts"),
                        new Right("write", "/parameter-contexts"),
                        new Right("write", "/restricted-components"))
                .filter(right -> !exists(right))
                .toList();
        if (!missing.isEmpty()) {
            String self = self();
            missing.forEach(right -> give(right, self));
        }
    }

    private record Right(String action, String resource) {}

    /** NiFi answers with the inherited policy where there is none of its own. */
    private boolean exists(Right right) {
        return nifi.find("/policies/" + right.action() + right.resource())
                .map(policy ->
                        right.resource().equals(policy.at("/component/resource").asString("")))
                .orElse(false);
    }

    private void give(Right right, String user) {
        nifi.post(
                "/policies",
                Map.of(
                        "revision",
                        Map.of("version", 0),
                        "component",
                        Map.of(
                                "action", right.action(),
                                "resource", right.resource(),
                                "users", List.of(Map.of("id", user)),
                                "userGroups", List.of())));
        log.info("The hub has given itself the right to {} {} in NiFi", right.action(), right.resource());
    }

    private String self() {
        String identity = nifi.get("/flow/current-user").path("identity").asString("");
        return NifiFlows.elements(nifi.get("/tenants/users"), "/users")
                .filter(user -> identity.equals(user.at("/component/identity").asString("")))
                .map(user -> user.path("id").asString())
                .findFirst()
                .orElseThrow(() -> new NifiRefused(403, "NiFi does not know the hub, " + identity + ", as a user"));
    }
}
