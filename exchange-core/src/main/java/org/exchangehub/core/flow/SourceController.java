package org.exchangehub.core.flow;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class SourceController {

    private final Sources sources;

    SourceController(Sources sources) {
        this.sources = sources;
    }

    /** A source as the API shows it: everything but secrets. */
    record SourceView(
            String code,
            String dataset,
            String client,
            LocalizedText title,
            SourceSettings.Kind kind,
            Source.Mode mode,
            SourceSettings settings,
            Source.State state,
            @Nullable LocalizedText lastError,
            @Nullable String processGroup,
            long queued,
            Instant createdAt) {

        static SourceView of(Source source) {
            return new SourceView(
                    source.code(),
                    source.dataset(),
                    source.client(),
                    new LocalizedText(source.titleZh(), source.titleEn()),
                    source.settings().kind(),
                    source.mode(),
                    source.settings(),
                    source.state(),
                    source.lastError(),
                    source.processGroup(),
                    source.queued(),
                    source.createdAt());
        }
    }

    record SourceList(List<SourceView> items) {}

    @PostMapping("/datasets/{dataset}/sources")
    ResponseEntity<SourceView> register(
            @PathVariable String dataset, @RequestBody SourceRequest request, Caller caller) {
        Source source = sources.register(dataset, request, caller);
        return tagged(ResponseEntity.created(URI.create("/api/v1/sources/" + source.code())), source);
    }

    @GetMapping("/datasets/{dataset}/sources")
    SourceList list(@PathVariable String dataset, Caller caller) {
        return new SourceList(
                sources.ofDataset(dataset, caller).stream().map(SourceView::of).toList());
    }

    @GetMapping("/sources/{code}")
    ResponseEntity<SourceView> get(@PathVariable String code, Caller caller) {
        return tagged(ResponseEntity.ok(), sources.get(code, caller));
    }

    @PutMapping("/sources/{code}")
    ResponseEntity<SourceView> amend(
            @PathVariable String code,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody SourceRequest request,
            Caller caller) {
        return tagged(ResponseEntity.ok(), sources.amend(code, EntityVersion.required(ifMatch), request, caller));
    }

    @GetMapping("/sources/{code}/mapping")
    String mapping(@PathVariable String code, Caller caller) {
        return sources.forFlow(code, caller).mapping();
    }

    @PostMapping("/sources/{code}/starts")
    ResponseEntity<SourceView> start(@PathVariable String code, Caller caller) {
        return tagged(ResponseEntity.ok(), sources.start(code, caller));
    }

    @PostMapping("/sources/{code}/stops")
    ResponseEntity<SourceView> stop(@PathVariable String code, Caller caller) {
        return tagged(ResponseEntity.ok(), sources.stop(code, caller));
    }

    /** 204 when it is gone, 202 when the hub goes on removing it by itself. */
    @DeleteMapping("/sources/{code}")
    ResponseEntity<Void> remove(@PathVariable String code, Caller caller) {
        boolean gone = sources.remove(code, caller);
        return ResponseEntity.status(gone ? HttpStatus.NO_CONTENT : HttpStatus.ACCEPTED)
                .build();
    }

    private static ResponseEntity<SourceView> tagged(ResponseEntity.BodyBuilder answer, Source source) {
        return answer.eTag(EntityVersion.tag(source.version())).body(SourceView.of(source));
    }
}
