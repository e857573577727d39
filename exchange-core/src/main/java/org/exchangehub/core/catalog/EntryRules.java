package org.exchangehub.core.catalog;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.exchangehub.core.problem.Violations;
import org.exchangehub.schemas.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of a catalog entry: its form always, its completeness from the moment it is handed in (Decree 809,
 * Arts. 3, 13, 14, 15 and the core items of 发改高技〔2017〕1272号).
 */
final class EntryRules {

    private static final int TITLE = 100;
    private static final int LINE = 200;
    private static final int PARAGRAPH = 1_000;
    private static final int LIST = 20;
    private static final int ANSWERS = 200;
    private static final String ANSWER_ID = "[a-z][a-zA-Z0-9]{0,39}";
    private static final String CLASSIFICATION = "[1-9][0-9]{5}";
    private static final String RESOURCE_CODE = CLASSIFICATION + "[-/][0-9]{6,}";
    private static final String PHONE = "[0-9+() -]{5,30}";

    static final String INCOMPLETE = "The entry is not complete; it can be handed in once all of this is stated.";

    private EntryRules() {}

    /** Refuses an entry that cannot even be a draft. */
    static void requireDraft(Entry entry) {
        Violations found = new Violations();
        if (!Boolean.TRUE.equals(entry.nonSecret())) {
            found.add(
                    "/nonSecret",
                    "true: the department declares that the dataset holds no state secret and no work secret",
                    String.valueOf(entry.nonSecret()));
        }
        found.needed("/title", entry.title(), "a name in Chinese and English");
        found.needed("/classification", entry.classification(), "six digits: class, item (2), category (3)");
        form(entry, found);
        found.refuse("The entry cannot be taken into the catalog.");
    }

    /**
     * Refuses an entry that lacks anything the law wants stated; all that is missing is said at once. The data items and
     * the level follow from the schema, without which nothing is published.
     */
    static void requireComplete(Entry entry) {
        missing(entry).refuse(INCOMPLETE);
    }

    /** Everything an entry lacks to be handed in. */
    static Violations missing(Entry entry) {
        Violations missing = new Violations();
        missing.needed("/summary", entry.summary(), "a summary in Chinese and English")
                .needed("/format", entry.format(), "the data's format")
                .needed("/updateCycle", entry.updateCycle(), "how often it is updated")
                .needed("/shareAttribute", entry.shareAttribute(), "UNCONDITIONAL, CONDITIONAL or REFUSED")
                .needed("/usageConditions", entry.usageConditions(), "the conditions of use")
                .needed("/open", entry.open(), "whether it is open to the public");
        Entry.Contact contact = entry.contact();
        missing.needed("/contact/name", contact == null ? null : contact.name(), "whom to ask")
                .needed("/contact/phone", contact == null ? null : contact.phone(), "where to ask");
        sharing(entry, missing);
        Entry.Assessments made = entry.assessments();
        assessment("/assessments/secrecy", made == null ? null : made.secrecy(), missing);
        assessment("/assessments/personalInformation", made == null ? null : made.personalInformation(), missing);
        ItemRules.complete(entry, missing);
        return missing;
    }

    private static void sharing(Entry entry, Violations missing) {
        ShareAttribute attribute = entry.shareAttribute();
        if (attribute == null) {
            return;
        }
        Set<ShareMode> modes = entry.shareModes();
        if (attribute != ShareAttribute.REFUSED && (modes == null || modes.isEmpty())) {
            missing.add("/shareModes", "at least one of SERVICE, BATCH, FILE", null);
        }
        switch (attribute) {
            case UNCONDITIONAL -> {}
            case CONDITIONAL ->
                missing.needed(
                        "/shareCondition", entry.shareCondition(), "the scope a conditional dataset is shared in");
            case REFUSED ->
                missing.needed("/legalBasis", entry.legalBasis(), "the law or decision the refusal rests on")
                        .needed("/refusalReason", entry.refusalReason(), "why it is not shared");
        }
    }

    private static void assessment(String pointer, Entry.@Nullable Assessment made, Violations missing) {
        if (made == null) {
            missing.add(pointer, "the assessment made before compiling, approved by the head of department", null);
            return;
        }
        missing.needed(pointer + "/conclusion", made.conclusion(), "what it concluded")
                .needed(pointer + "/approvedBy", made.approvedBy(), "who approved it")
                .needed(pointer + "/approvedOn", made.approvedOn(), "when it was approved");
    }

    private static void answers(Map<String, String> answers, Violations found) {
        if (answers.size() > ANSWERS) {
            found.add("/answers", "at most " + ANSWERS, answers.size() + "");
        }
        answers.forEach((id, answer) -> {
            if (id.matches(ANSWER_ID)) {
                found.text("/answers/" + id, answer, IntakeField.LONGEST);
            } else {
                found.add("/answers", "the ids of fields of the intake form", id.length() > LINE ? null : id);
            }
        });
    }

    private static void form(Entry entry, Violations found) {
        both("/title", entry.title(), TITLE, found);
        both("/summary", entry.summary(), PARAGRAPH, found);
        matching("/classification", entry.classification(), CLASSIFICATION, "six digits, the first not 0", found);
        found.text("/shareCondition", entry.shareCondition(), PARAGRAPH)
                .text("/legalBasis", entry.legalBasis(), PARAGRAPH)
                .text("/refusalReason", entry.refusalReason(), PARAGRAPH)
                .text("/usageConditions", entry.usageConditions(), PARAGRAPH);
        ItemRules.level("/level", entry.level(), found);
        Entry.Contact contact = entry.contact();
        if (contact != null) {
            found.text("/contact/name", contact.name(), LINE);
            matching("/contact/phone", contact.phone(), PHONE, "a telephone number", found);
        }
        Entry.Assessments made = entry.assessments();
        if (made != null) {
            form("/assessments/secrecy", made.secrecy(), found);
            form("/assessments/personalInformation", made.personalInformation(), found);
        }
        found.text("/overlapReason", entry.overlapReason(), PARAGRAPH);
        answers(entry.answers(), found);
        ItemRules.form(entry.items(), found);
        each("/keywords", entry.keywords(), found);
        each("/related", entry.related(), found);
        for (int i = 0; i < entry.related().size(); i++) {
            matching(
                    "/related/" + i,
                    entry.related().get(i),
                    RESOURCE_CODE,
                    "a resource code such as 207001/000001",
                    found);
        }
    }

    private static void form(String pointer, Entry.@Nullable Assessment made, Violations found) {
        if (made != null) {
            found.text(pointer + "/conclusion", made.conclusion(), PARAGRAPH);
            found.text(pointer + "/approvedBy", made.approvedBy(), LINE);
        }
    }

    private static void both(String pointer, @Nullable LocalizedText text, int most, Violations found) {
        if (text != null) {
            found.text(pointer + "/zh", text.zh(), most).text(pointer + "/en", text.en(), most);
        }
    }

    private static void matching(
            String pointer, @Nullable String text, String pattern, String expected, Violations found) {
        if (text != null && !text.matches(pattern)) {
            found.add(pointer, expected, text.length() > LINE ? text.length() + " characters" : text);
        }
    }

    private static void each(String pointer, List<String> texts, Violations found) {
        if (texts.size() > LIST) {
            found.add(pointer, "at most " + LIST, texts.size() + "");
        }
        for (int i = 0; i < texts.size(); i++) {
            found.text(pointer + "/" + i, texts.get(i), LINE);
        }
    }
}
