package org.exchangehub.cli.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.samples.ResidentPopulationSamples;
import org.exchangehub.schemas.samples.SampleRow;

/** Rows of which one person also stands at another department's counter and says who he is. */
record CounterInput(Input rows, Map<String, String> known) implements Input {

    private static final String ID = "citizenId";
    private static final String NAME = "name";

    CounterInput {
        known = Map.copyOf(known);
    }

    /** Number and name of a generated person whose row is right, as the standard writes them. */
    static Map<String, String> person(ResidentPopulationSamples samples) {
        Mapping mapping = Mapping.parse(ResidentPopulationSamples.mapping());
        SampleRow right = samples.stream()
                .filter(row -> row.error().isEmpty())
                .findFirst()
                .orElseThrow(() -> new StoryBroken("expected a right row among the generated residents, found none"));
        Map<String, String> columns = new HashMap<>();
        for (int i = 0; i < samples.columns().size(); i++) {
            columns.put(samples.columns().get(i), right.values().get(i));
        }
        Map<String, String> said = new HashMap<>();
        mapping.apply(columns).forEach((field, value) -> {
            if (value != null && (field.equals(ID) || field.equals(NAME))) {
                said.put(field, value);
            }
        });
        return said;
    }

    @Override
    public ObjectNode settings() {
        return rows.settings();
    }

    @Override
    public List<Delivery> deliveries() {
        return rows.deliveries();
    }
}
