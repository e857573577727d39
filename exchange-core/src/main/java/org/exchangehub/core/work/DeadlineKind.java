package org.exchangehub.core.work;

import java.util.OptionalInt;
import org.exchangehub.schemas.value.LocalizedText;

/**
 * What has to be done within a number of working days, and the most that Decree 809 allows for it. The jurisdiction's own limits, at
 * most these, are data ({@code /api/v1/deadline-limits}).
 */
public enum DeadlineKind {
    /** The provider's reply to an application for an unconditional dataset. */
    REPLY_UNCONDITIONAL("Decree 809, Art. 21", 1, 0, "无条件共享申请答复", "Reply to an application, unconditional"),
    /** The provider's reply to an application for a conditional dataset; more time with the authority's consent. */
    REPLY_CONDITIONAL("Decree 809, Art. 21", 10, 10, "有条件共享申请答复", "Reply to an application, conditional"),
    /** The delivery of what was consented to. */
    DELIVERY("Decree 809, Art. 22", 20, 0, "数据提供", "Delivery of the data"),
    /** The provider's verification and feedback on what a consumer holds to be wrong (校核). */
    CORRECTION("Decree 809, Art. 26", 10, 0, "数据校核反馈", "Feedback on a correction"),
    /** The update of the catalog after a change of law or duties; more time with the authority's consent. */
    CATALOG_UPDATE("Decree 809, Art. 17", 10, 5, "目录更新", "Update of the catalog"),
    /** The authority's review and publication of an update. */
    CATALOG_REVIEW("Decree 809, Art. 17", 2, 0, "目录审核发布", "Review and publication of the catalog"),
    /** What became of the data of a grant that is over. The decree (Art. 27) sets no limit; the default is the hub's own. */
    DISPOSAL("Decree 809, Art. 27 (no limit)", 0, 0, "数据处置证明", "Certificate of disposal"),
    /** The answer of a department whose decision is contested. The decree sets no limit; the default is the hub's own. */
    DISPUTE_REPLY("Decree 809, Art. 28 (no limit)", 0, 0, "争议答复", "Answer to a dispute"),
    /** The authority's decision on a dispute. The decree sets no limit; the default is the hub's own. */
    DISPUTE_DECISION("Decree 809, Art. 28 (no limit)", 0, 0, "争议处理决定", "Decision on a dispute"),
    /**
     * How long the authority's decision can be taken to the government. Nobody's duty, so never on a list: only its limit, the hub's
     * own by default, is used.
     */
    DISPUTE_APPEAL("Decree 809, Art. 28 (no limit)", 0, 0, "提请政府决定", "Appeal to the government");

    private final String article;
    private final int ceiling;
    private final int extensionCeiling;
    private final String zh;
    private final String en;

    DeadlineKind(String article, int ceiling, int extensionCeiling, String zh, String en) {
        this.article = article;
        this.ceiling = ceiling;
        this.extensionCeiling = extensionCeiling;
        this.zh = zh;
        this.en = en;
    }

    /** The article the limit is from. */
    public String article() {
        return article;
    }

    /** The most working days the decree allows; empty where it sets no limit. */
    public OptionalInt ceiling() {
        return ceiling == 0 ? OptionalInt.empty() : OptionalInt.of(ceiling);
    }

    /** The most working days the decree allows in addition, with the authority's consent; 0 for none. */
    public int extensionCeiling() {
        return extensionCeiling;
    }

    /** What is to be done. */
    public LocalizedText title() {
        return new LocalizedText(zh, en);
    }
}
