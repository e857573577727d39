package org.exchangehub.core.catalog;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of the catalog as a table, after the template of the catalog guide (发改高技〔2017〕1272号; its annex tables were
 * not at hand: the headers follow the names of its core metadata). Headers stay, whatever language the page is in.
 */
enum EntryColumn {
    CODE("信息资源代码", "", Kind.TEXT),
    TITLE("信息资源名称", "/title/zh", Kind.TEXT),
    TITLE_EN("信息资源名称（英文）", "/title/en", Kind.TEXT),
    CLASSIFICATION("信息资源分类", "/classification", Kind.TEXT),
    PROVIDER("信息资源提供方", "", Kind.TEXT),
    PROVIDER_CODE("信息资源提供方代码", "", Kind.TEXT),
    SUMMARY("信息资源摘要", "/summary/zh", Kind.TEXT),
    SUMMARY_EN("信息资源摘要（英文）", "/summary/en", Kind.TEXT),
    FORMAT("信息资源格式", "/format", Kind.WORD),
    SHARE_ATTRIBUTE("共享类型", "/shareAttribute", Kind.WORD),
    SHARE_CONDITION("共享条件", "/shareCondition", Kind.TEXT),
    LEGAL_BASIS("不予共享依据", "/legalBasis", Kind.TEXT),
    REFUSAL_REASON("不予共享理由", "/refusalReason", Kind.TEXT),
    SHARE_MODES("共享方式", "/shareModes", Kind.WORDS),
    USAGE_CONDITIONS("使用条件", "/usageConditions", Kind.TEXT),
    OPEN("是否向社会开放", "/open", Kind.FLAG),
    UPDATE_CYCLE("更新周期", "/updateCycle", Kind.WORD),
    LEVEL("数据级别", "/level", Kind.NUMBER),
    NON_SECRET("非涉密声明", "/nonSecret", Kind.FLAG),
    SECRECY("保密风险评估结论", "/assessments/secrecy/conclusion", Kind.TEXT),
    SECRECY_BY("保密风险评估批准人", "/assessments/secrecy/approvedBy", Kind.TEXT),
    SECRECY_ON("保密风险评估批准日期", "/assessments/secrecy/approvedOn", Kind.TEXT),
    PERSONAL("个人信息保护影响评估结论", "/assessments/personalInformation/conclusion", Kind.TEXT),
    PERSONAL_BY("个人信息保护影响评估批准人", "/assessments/personalInformation/approvedBy", Kind.TEXT),
    PERSONAL_ON("个人信息保护影响评估批准日期", "/assessments/personalInformation/approvedOn", Kind.TEXT),
    CONTACT("联系人", "/contact/name", Kind.TEXT),
    PHONE("联系电话", "/contact/phone", Kind.TEXT),
    KEYWORDS("关键字", "/keywords", Kind.TEXTS),
    RELATED("关联资源代码", "/related", Kind.TEXTS),
    OVERLAP_REASON("重复提供说明", "/overlapReason", Kind.TEXT),
    ANSWERS("补充填报项", "/answers", Kind.ANSWERS),
    ITEM_NAME("信息项名称", "/name", Kind.TEXT),
    ITEM_TYPE("数据类型", "/type", Kind.WORD),
    ITEM_LENGTH("数据长度", "/length", Kind.NUMBER),
    ITEM_FIELD("对应字段", "/field", Kind.TEXT),
    ITEM_ELEMENT("标准数据元", "/element", Kind.TEXT),
    ITEM_SHARE_ATTRIBUTE("信息项共享类型", "/shareAttribute", Kind.WORD),
    ITEM_SHARE_CONDITION("信息项共享条件", "/shareCondition", Kind.TEXT),
    ITEM_LEGAL_BASIS("信息项不予共享依据", "/legalBasis", Kind.TEXT),
    ITEM_REFUSAL_REASON("信息项不予共享理由", "/refusalReason", Kind.TEXT),
    ITEM_LEVEL("信息项级别", "/level", Kind.NUMBER);

    /** What a cell holds. */
    enum Kind {
        TEXT,
        /** Several texts, each on a line of its own. */
        TEXTS,
        /** Answers of the intake form, each on a line of its own as {@code id=answer}. */
        ANSWERS,
        WORD,
        /** Several words, 、 between them. */
        WORDS,
        NUMBER,
        FLAG
    }

    private static final Map<String, EntryColumn> BY_HEADER =
            Arrays.stream(values()).collect(Collectors.toMap(column -> column.header, Function.identity()));

    private final String header;
    private final String pointer;
    private final Kind kind;

    EntryColumn(String header, String pointer, Kind kind) {
        this.header = header;
        this.pointer = pointer;
        this.kind = kind;
    }

    String header() {
        return header;
    }

    /** Where it is in the entry, or for an item's column in the item; empty for what is no part of the entry. */
    String pointer() {
        return pointer;
    }

    Kind kind() {
        return kind;
    }

    boolean ofAnItem() {
        return compareTo(ITEM_NAME) >= 0;
    }

    static Optional<EntryColumn> headed(@Nullable String header) {
        return Optional.ofNullable(header).map(String::strip).map(BY_HEADER::get);
    }
}
