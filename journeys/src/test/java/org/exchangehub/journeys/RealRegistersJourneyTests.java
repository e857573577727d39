package org.exchangehub.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.exchangehub.cli.demo.Actor;
import org.exchangehub.cli.demo.Input;
import org.exchangehub.cli.demo.Plan;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The same story on registers that nobody here wrote; skipped where they are not at hand. */
@Order(5)
class RealRegistersJourneyTests {

    private static final long RESTAURANT_ROWS = 7_744;
    private static final long RESTAURANT_REPEATED_IDS = 15;
    private static final long INSPECTION_ROWS = 26_199;
    private static final long REPEATED_INSPECTIONS = 174;

    /** Their businesses are missing from the register as filed; those of quarantined businesses come on top. */
    private static final long ORPHANED_INSPECTIONS = 95;

    private static final long LAST_SNAPSHOT_ROWS = 16_501;

    @Test
    void tellsTheStoryOnRealRegisters() {
        Path data = data();
        assumeThat(data)
                .as("real registers in %s (or where HUB_SHARED_DATA says)", data)
                .isDirectory();
        RunningHub hub = RunningHub.shared();
        Map<Plan, Input> datasets = new LinkedHashMap<>();
        datasets.put(Plan.named("government-bodies"), hub.inputs.governmentBodies(data));
        datasets.put(Plan.named("restaurant-licences"), hub.inputs.restaurantLicences(data));
        datasets.put(Plan.named("restaurant-inspections"), hub.inputs.restaurantInspections(data));

        hub.story.tell(datasets, RunningHub.inHalfAYear());

        Actor approval = hub.cast.person("approval-steward");
        String restaurants = hub.datasetTitled("境外餐饮许可");
        assertThat(hub.sum(approval, restaurants, "received")).isEqualTo(RESTAURANT_ROWS);
        assertThat(hub.sum(approval, restaurants, "quarantined")).isGreaterThanOrEqualTo(RESTAURANT_REPEATED_IDS);
        String inspections = hub.datasetTitled("境外餐饮检查");
        assertThat(hub.sum(approval, inspections, "received")).isEqualTo(INSPECTION_ROWS);
        assertThat(hub.sum(approval, inspections, "quarantined"))
                .isBetween(ORPHANED_INSPECTIONS + REPEATED_INSPECTIONS, INSPECTION_ROWS / 2);
        Actor market = hub.cast.person("market-steward");
        String bodies = hub.datasetTitled("境外政府机构登记");
        long current = hub.sum(market, bodies, "inserted") - hub.sum(market, bodies, "deleted");
        assertThat(current).isBetween(LAST_SNAPSHOT_ROWS - 20, LAST_SNAPSHOT_ROWS);
        assertThat(hub.sum(market, bodies, "updated")).isPositive();
    }

    private static Path data() {
        String named = System.getenv("HUB_SHARED_DATA");
        Path beside = Path.of("..", "..", "shared", "data").toAbsolutePath().normalize();
        return named == null || !Files.isDirectory(Path.of(named)) ? beside : Path.of(named);
    }
}
