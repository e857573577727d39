package org.exchangehub.core.discovery;

import io.swagger.v3.oas.annotations.Operation;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.EntityVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/datasets/search/ranking", produces = MediaType.APPLICATION_JSON_VALUE)
class RankingController {

    private final Rankings rankings;

    RankingController(Rankings rankings) {
        this.rankings = rankings;
    }

    @Operation(summary = "What counts how much in a search of the catalog (catalog-authority)")
    @GetMapping
    ResponseEntity<Ranking> ranking(Caller caller) {
        caller.require(Role.CATALOG_AUTHORITY);
        return answer(rankings.current());
    }

    @Operation(summary = "Changes it from the next search on (catalog-authority); needs If-Match")
    @PutMapping
    ResponseEntity<Ranking> change(
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Ranking ranking,
            Caller caller) {
        caller.require(Role.CATALOG_AUTHORITY);
        return answer(rankings.change(ranking, EntityVersion.required(ifMatch), caller));
    }

    private static ResponseEntity<Ranking> answer(Rankings.Versioned current) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(current.version())).body(current.ranking());
    }
}
