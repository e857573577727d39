package org.exchangehub.core.work;

import org.exchangehub.schemas.value.LocalizedText;

/** What a department is liable for when a limit of the decree is over (Decree 809, Arts. 39 to 41). */
enum Violation {
    LATE_REPLY("未按期答复共享申请", "Late reply to an application"),
    LATE_DELIVERY("未按期提供数据", "Late delivery of data"),
    LATE_CORRECTION("未按期反馈数据校核", "Late feedback on a correction"),
    LATE_CATALOG_UPDATE("未按期更新目录", "Late update of the catalog"),
    LATE_CATALOG_REVIEW("未按期审核发布目录", "Late review of the catalog");

    private final String zh;
    private final String en;

    Violation(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    LocalizedText title() {
        return new LocalizedText(zh, en);
    }

    /** Whether being late with this is the violation; no kind is two, and what the decree sets no limit for is none. */
    boolean is(DeadlineKind kind) {
        return switch (this) {
            case LATE_REPLY -> kind == DeadlineKind.REPLY_UNCONDITIONAL || kind == DeadlineKind.REPLY_CONDITIONAL;
            case LATE_DELIVERY -> kind == DeadlineKind.DELIVERY;
            case LATE_CORRECTION -> kind == DeadlineKind.CORRECTION;
            case LATE_CATALOG_UPDATE -> kind == DeadlineKind.CATALOG_UPDATE;
            case LATE_CATALOG_REVIEW -> kind == DeadlineKind.CATALOG_REVIEW;
        };
    }
}
