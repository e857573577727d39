package org.exchangehub.core.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.work.NoticeDelivery.State;
import org.exchangehub.core.work.NoticeDeliveryView.NoticeDeliveryList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Webhooks of one's department. */
@RestController
@RequestMapping(path = "/api/v1/webhooks", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "notices")
class WebhookController {

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    /** @param kinds of notices, none for all */
    record WebhookRequest(@Nullable String url, @Nullable List<String> kinds) {}

    /**
     * A webhook.
     *
     * @param kinds of notices, none for all
     * @param enabled false once the other side said that it is gone
     * @param secret what messages are signed with (Standard Webhooks); told only when it is made
     */
    record WebhookView(
            UUID id,
            String department,
            URI url,
            List<String> kinds,
            boolean enabled,
            Instant createdAt,
            @Nullable Instant rotatedAt,
            @Nullable String secret) {

        static WebhookView of(Webhook webhook, @Nullable String secret) {
            return new WebhookView(
                    webhook.id(),
                    webhook.department(),
                    webhook.url(),
                    webhook.kinds(),
                    webhook.enabled(),
                    webhook.createdAt(),
                    webhook.rotatedAt(),
                    secret);
        }
    }

    record WebhookList(List<WebhookView> items) {}

    @Operation(summary = "My department's webhooks (sharing-head), all (security-admin)")
    @GetMapping
    ResponseEntity<WebhookList> list(
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        int most = KeysetPage.limit(limit);
        List<Webhook> rows = webhooks.list(KeysetPage.after(cursor, UUID::fromString), most + 1, caller);
        KeysetPage<Webhook> page =
                KeysetPage.of(rows, most, webhook -> webhook.id().toString());
        return page.answer(
                request,
                new WebhookList(page.map(each -> WebhookView.of(each, null)).items()));
    }

    @Operation(summary = "Makes a webhook for my department (sharing-head); its secret is told this once")
    @PostMapping
    ResponseEntity<WebhookView> make(@RequestBody WebhookRequest request, Caller caller) {
        Webhooks.Made made = webhooks.make(request.url(), request.kinds(), caller);
        return ResponseEntity.created(
                        URI.create("/api/v1/webhooks/" + made.webhook().id()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(WebhookView.of(made.webhook(), made.secret()));
    }

    @Operation(summary = "Replaces a webhook's secret (sharing-head); for a day both sign")
    @PostMapping("/{id}/rotations")
    ResponseEntity<WebhookView> rotate(@PathVariable UUID id, Caller caller) {
        Webhooks.Made made = webhooks.rotate(id, caller);
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(WebhookView.of(made.webhook(), made.secret()));
    }

    @Operation(summary = "Removes a webhook and what is still to go there (sharing-head, security-admin)")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable UUID id, Caller caller) {
        webhooks.remove(id, caller);
    }

    @Operation(summary = "What went or is to go to a webhook, the newest first (sharing-head, security-admin)")
    @GetMapping("/{id}/deliveries")
    ResponseEntity<NoticeDeliveryList> deliveries(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        int most = KeysetPage.limit(limit);
        List<NoticeDeliveryView> rows =
                webhooks.deliveries(id, state, KeysetPage.after(cursor, UUID::fromString), most + 1, caller);
        KeysetPage<NoticeDeliveryView> page =
                KeysetPage.of(rows, most, delivery -> delivery.id().toString());
        return page.answer(request, new NoticeDeliveryList(page.items()));
    }
}
