package org.exchangehub.core.catalog;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What a department states about its dataset: the nine items of Decree 809, Art. 13 and the core items of the catalog
 * guide (发改高技〔2017〕1272号). A draft may lack most of it; {@link EntryRules} say what is needed when.
 *
 * @param title 目录名称, at most 100 characters
 * @param summary 摘要, at most 1 000 characters
 * @param classification 分类: class 1 digit, item 2, category 3; part of the resource code
 * @param format 数据格式
 * @param updateCycle 更新频率
 * @param shareAttribute 共享属性
 * @param shareCondition 共享条件: the scope a conditional dataset is shared in (Art. 15)
 * @param legalBasis the law, regulation or decision a refusal to share rests on (Art. 14)
 * @param refusalReason why it is not shared (Art. 15)
 * @param shareModes 共享方式
 * @param usageConditions 使用条件: the purposes it may be used for
 * @param open 开放属性: whether it is also open to the public
 * @param nonSecret declaration that it holds neither state nor work secrets (Art. 3); must be true
 * @param assessments the assessments made before it was compiled (Art. 13)
 * @param level 数据分级: 1 to 4 for general data, 5 important, 6 core; at least that of the highest field (GB/T 43697-2024)
 * @param contact whom other departments ask
 * @param related resource codes of related datasets
 * @param items 数据项, as far as the schema does not say it
 * @param overlapReason why it is offered although another dataset offers the same
 * @param answers what the intake form asks beyond this, by the ids of its fields
 */
@JsonIgnoreProperties({
    "code",
    "resourceCode",
    "state",
    "department",
    "edition",
    "version",
    "createdAt",
    "updatedAt",
    "submittedAt",
    "publishedAt",
    "change",
    "withdrawal"
})
public record Entry(
        @Nullable LocalizedText title,
        @Nullable LocalizedText summary,
        @Nullable String classification,
        @Nullable Format format,
        @Nullable UpdateCycle updateCycle,
        @Nullable ShareAttribute shareAttribute,
        @Nullable String shareCondition,
        @Nullable String legalBasis,
        @Nullable String refusalReason,
        @Nullable Set<ShareMode> shareModes,
        @Nullable String usageConditions,
        @Nullable Boolean open,
        @Nullable Boolean nonSecret,
        @Nullable Assessments assessments,
        @Nullable Integer level,
        @Nullable Contact contact,
        List<String> keywords,
        List<String> related,
        List<DataItem> items,
        @Nullable String overlapReason,
        Map<String, String> answers) {

    /** The form the data is kept in. */
    public enum Format {
        DATABASE,
        SPREADSHEET,
        FILE,
        SERVICE
    }

    /** How often the data is brought up to date at least. */
    public enum UpdateCycle {
        REALTIME,
        DAILY,
        WEEKLY,
        MONTHLY,
        QUARTERLY,
        YEARLY
    }

    /**
     * The two assessments a department makes before it compiles an entry, approved by its head (Decree 809, Art. 13).
     *
     * @param secrecy 保密风险评估
     * @param personalInformation 个人信息保护影响评估
     */
    public record Assessments(
            @Nullable Assessment secrecy, @Nullable Assessment personalInformation) {}

    /** The result of one assessment and who approved it when. */
    public record Assessment(
            @Nullable String conclusion,
            @Nullable String approvedBy,
            @Nullable LocalDate approvedOn) {}

    /** Whom to ask about the dataset. */
    public record Contact(@Nullable String name, @Nullable String phone) {}

    public Entry {
        shareModes = shareModes == null ? null : Collections.unmodifiableSet(new TreeSet<>(shareModes));
        keywords = keywords == null ? List.of() : List.copyOf(keywords);
        related = related == null ? List.of() : List.copyOf(related);
        items = items == null ? List.of() : List.copyOf(items);
        answers = answers == null ? Map.of() : given(answers);
    }

    private static Map<String, String> given(Map<String, String> answers) {
        SortedMap<String, String> given = new TreeMap<>(answers);
        given.values().removeIf(Objects::isNull);
        return Collections.unmodifiableSortedMap(given);
    }

    /** The same at another level. */
    Entry classified(@Nullable Integer raised) {
        return new Entry(
                title,
                summary,
                classification,
                format,
                updateCycle,
                shareAttribute,
                shareCondition,
                legalBasis,
                refusalReason,
                shareModes,
                usageConditions,
                open,
                nonSecret,
                assessments,
                raised,
                contact,
                keywords,
                related,
                items,
                overlapReason,
                answers);
    }
}
