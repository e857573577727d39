package org.exchangehub.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class ItemRulesTest {

    private final ObjectNode entry = Entries.json();
    private final ObjectNode item = entry.putArray("items")
            .addObject()
            .put("name", "统一社会信用代码")
            .put("type", "C")
            .put("length", 18);

    private List<String> missing() {
        return pointers(EntryRules.missing(Entries.of(entry)));
    }

    private static List<String> pointers(Violations found) {
        try {
            found.refuse("found");
            return List.of();
        } catch (HubProblem problem) {
            return problem.errors().stream().map(FieldError::pointer).toList();
        }
    }

    @Test
    void letsAnItemTightenWhatTheDatasetSays() {
        item.put("shareAttribute", "REFUSED").put("legalBasis", "个人信息保护法").put("refusalReason", "敏感");

        assertThat(missing()).isEmpty();
        assertThat(Entries.of(entry).items().get(0).shareAttribute()).isEqualTo(ShareAttribute.REFUSED);
    }

    @Test
    void neverLetsAnItemLoosenIt() {
        item.put("shareAttribute", "UNCONDITIONAL");

        assertThat(missing()).containsExactly("/items/0/shareAttribute");
    }

    @Test
    void asksARefusedItemForLawAndReason() {
        item.put("shareAttribute", "REFUSED");

        assertThat(missing()).containsExactly("/items/0/legalBasis", "/items/0/refusalReason");
    }

    @Test
    void asksAConditionalItemOfAnUnconditionalDatasetForItsScope() {
        entry.put("shareAttribute", "UNCONDITIONAL");
        item.put("shareAttribute", "CONDITIONAL");

        assertThat(missing()).containsExactly("/items/0/shareCondition");
    }

    @Test
    void holdsTheDatasetAsHighAsItsHighestItem() {
        item.put("level", 6);

        assertThat(missing()).containsExactly("/level");
        entry.put("level", 6);
        assertThat(missing()).isEmpty();
    }

    @Test
    void asksForATypeAndTheLengthOfWhatIsMeasured() {
        item.remove("length");
        entry.withArray("items").addObject().put("name", "名称");

        assertThat(missing()).containsExactly("/items/0/length", "/items/1/type");
    }

    @Test
    void refusesTwoItemsOfOneName() {
        entry.withArray("items").addObject().put("name", " 统一社会信用代码");
        Violations found = new Violations();
        ItemRules.form(Entries.of(entry).items(), found);

        assertThat(pointers(found)).containsExactly("/items/1/name");
    }
}
