package org.exchangehub.core.work;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.KeysetPage;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.core.work.DeadlineView.SubjectView;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox of whoever asks. */
@RestController
@RequestMapping(path = "/api/v1/notices", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "notices")
class NoticeController {

    private static final int MOST = 500;

    private final Inbox inbox;

    NoticeController(Inbox inbox) {
        this.inbox = inbox;
    }

    /**
     * A page of an inbox.
     *
     * @param unread how many there are in the whole inbox that nobody has read
     */
    record NoticeList(int unread, List<NoticeView> items) {}

    /**
     * A notice.
     *
     * @param subject what it is about, with its page
     * @param role in which of the caller's roles it came; absent when it is to the caller alone
     * @param readAt when somebody it is to has read it first
     */
    record NoticeView(
            UUID id,
            String kind,
            LocalizedText title,
            LocalizedText text,
            SubjectView subject,
            @Nullable String role,
            Instant at,
            @Nullable Instant readAt) {

        static NoticeView of(StoredNotice notice) {
            NoticeTexts texts = notice.texts();
            return new NoticeView(
                    notice.id(),
                    notice.kind(),
                    texts.title(),
                    texts.text(),
                    SubjectView.of(notice.subject()),
                    notice.recipient() instanceof Recipient.Office office
                            ? office.role().realmRole()
                            : null,
                    notice.at(),
                    notice.readAt());
        }
    }

    /** @param notices ids of 1 to 500 notices of one's own */
    record NoticeReadingRequest(@Nullable List<UUID> notices) {}

    /** @param unread how many there are left that nobody has read */
    record NoticeReadingView(int unread) {}

    @Operation(summary = "My notices, as a person and in my roles in the department I act for, the newest first")
    @GetMapping
    ResponseEntity<NoticeList> list(
            @RequestParam(defaultValue = "false") boolean unread,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor,
            HttpServletRequest request,
            Caller caller) {
        int most = KeysetPage.limit(limit);
        List<StoredNotice> rows = inbox.list(caller, unread, KeysetPage.after(cursor, UUID::fromString), most + 1);
        KeysetPage<StoredNotice> page =
                KeysetPage.of(rows, most, notice -> notice.id().toString());
        return page.answer(
                request,
                new NoticeList(inbox.unread(caller), page.map(NoticeView::of).items()));
    }

    @Operation(summary = "Marks notices as read, for everybody they are to")
    @PostMapping("/readings")
    NoticeReadingView read(@RequestBody NoticeReadingRequest request, Caller caller) {
        List<UUID> ids = request.notices() == null ? List.of() : request.notices();
        if (ids.isEmpty() || ids.size() > MOST || ids.stream().anyMatch(Objects::isNull)) {
            new Violations()
                    .add("/notices", "1 to " + MOST + " ids of notices", ids.size() + " entries")
                    .refuse("There is nothing to be read.");
        }
        return new NoticeReadingView(inbox.read(ids, caller));
    }
}
