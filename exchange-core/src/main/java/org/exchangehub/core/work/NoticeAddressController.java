package org.exchangehub.core.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.identity.Role;
import org.exchangehub.core.problem.EntityVersion;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.work.NoticeAddresses.Mailbox;
import org.exchangehub.core.work.NoticeDelivery.State;
import org.exchangehub.core.work.NoticeDeliveryView.NoticeDeliveryList;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Mailboxes of a department's offices: kept by its sharing head or a system administrator. */
@RestController
@RequestMapping(path = "/api/v1/departments/{department}/mailboxes", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "notices")
class NoticeAddressController {

    private final NoticeAddresses addresses;
    private final ChannelRepository channels;

    NoticeAddressController(NoticeAddresses addresses, ChannelRepository channels) {
        this.addresses = addresses;
        this.channels = channels;
    }

    /** @param role such as {@code steward} */
    record MailboxView(String role, @Nullable String address) {

        static MailboxView of(Mailbox mailbox) {
            return new MailboxView(mailbox.role().realmRole(), mailbox.address());
        }
    }

    record MailboxList(List<MailboxView> items) {}

    record MailboxRequest(@Nullable String address) {}

    @Operation(summary = "Where a department's notices go by e-mail (sharing-head, system-admin)")
    @GetMapping
    MailboxList list(@PathVariable String department, Caller caller) {
        permitted(department, caller);
        return new MailboxList(
                addresses.of(department).stream().map(MailboxView::of).toList());
    }

    @Operation(summary = "The mailbox of one role")
    @GetMapping("/{role}")
    ResponseEntity<MailboxView> one(@PathVariable String department, @PathVariable String role, Caller caller) {
        permitted(department, caller);
        return answer(addresses.of(department, known(role)));
    }

    @Operation(summary = "Sets the mailbox of one role; needs If-Match")
    @PutMapping("/{role}")
    ResponseEntity<MailboxView> set(
            @PathVariable String department,
            @PathVariable String role,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody MailboxRequest request,
            Caller caller) {
        permitted(department, caller);
        Mailbox wanted = new Mailbox(department, known(role), request.address(), EntityVersion.required(ifMatch));
        return answer(addresses.put(wanted, caller.who()));
    }

    @Operation(summary = "No e-mail to this role any more")
    @DeleteMapping("/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String department, @PathVariable String role, Caller caller) {
        permitted(department, caller);
        addresses.remove(department, known(role), caller.who());
    }

    @Operation(summary = "What went or is to go to a mailbox, the newest first (sharing-head, system-admin)")
    @GetMapping("/{role}/deliveries")
    ResponseEntity<NoticeDeliveryList> deliveries(
            @PathVariable String department,
            @PathVariable String role,
            @RequestParam(required = false) @Nullable State state,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        permitted(department, caller);
        int most = KeysetPage.limit(limit);
        String address = addresses.of(department, known(role)).address();
        List<NoticeDeliveryView> rows = address == null
                ? List.of()
                : channels.deliveries(address, department, state, KeysetPage.after(cursor, UUID::fromString), most + 1);
        KeysetPage<NoticeDeliveryView> page =
                KeysetPage.of(rows, most, delivery -> delivery.id().toString());
        return page.answer(request, new NoticeDeliveryList(page.items()));
    }

    private static void permitted(String department, Caller caller) {
        caller.require(Role.SHARING_HEAD, Role.SYSTEM_ADMIN);
        if (!caller.has(Role.SYSTEM_ADMIN)) {
            caller.requireDepartment(department);
        }
    }

    private static Role known(String role) {
        return Role.of(role).orElseThrow(() -> new HubProblem(ErrorCode.NOT_FOUND, "There is no role " + role + "."));
    }

    private static ResponseEntity<MailboxView> answer(Mailbox mailbox) {
        return ResponseEntity.ok().eTag(EntityVersion.tag(mailbox.version())).body(MailboxView.of(mailbox));
    }
}
