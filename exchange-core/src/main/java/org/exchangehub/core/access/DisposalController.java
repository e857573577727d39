package org.exchangehub.core.access;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class DisposalController {

    private final Disposals disposals;
    private final DisposalRepository repository;

    DisposalController(Disposals disposals, DisposalRepository repository) {
        this.disposals = disposals;
        this.repository = repository;
    }

    /** What was done with the data, stated by the consuming department's head. */
    record DisposalCertificate(
            Disposal.@Nullable Method method,
            @Nullable String statement,
            @Nullable LocalDate disposedOn) {}

    record DisposalList(List<Disposal> items) {}

    /** Those the caller may see, open ones first; at most 500. */
    @GetMapping("/disposals")
    DisposalList list(@RequestParam(defaultValue = "false") boolean open, Caller caller) {
        return new DisposalList(repository.list(Visibility.of(caller), open));
    }

    @PostMapping("/grants/{id}/disposal-certificates")
    Disposal certify(@PathVariable UUID id, @RequestBody DisposalCertificate certificate, Caller caller) {
        return disposals.certify(id, certificate.method(), certificate.statement(), certificate.disposedOn(), caller);
    }
}
