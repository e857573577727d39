package org.exchangehub.cli.demo;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.exchangehub.cli.Installation;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.engines.LocalStack;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts what does not run yet and tells the story. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Starts everything and tells how five departments share data; leaves it running.")
public final class DemoCommand implements Callable<Integer> {

    private static final int GRANT_MONTHS = 6;

    /** Share of generated rows with an error: what counties find in well-kept registers. */
    private static final double ERROR_RATE = 0.02;

    private final Installation installation;
    private final PrintWriter out;

    @Option(names = "--rows", defaultValue = "5000", description = "Rows of each generated dataset (${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--seed", defaultValue = "1", description = "Seed of the generated rows (${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--data", description = "Directory with real registers, told of instead of generated rows.")
    private @Nullable Path data;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before it calls
    private CommandSpec spec;

    public DemoCommand(Installation installation, PrintWriter out) {
        this.installation = installation;
        this.out = out;
    }

    @Override
    public Integer call() {
        LocalStack stack = installation.stack(out);
        installation.exclusively(stack::up);
        Endpoints endpoints = stack.endpoints();
        Clock clock = Clock.system(ZoneId.of("Asia/Shanghai"));
        Narrator narrator = new Narrator(out);
        HubApi hub = new HubApi(endpoints.hub());
        Cast cast = new Cast(endpoints::personToken, endpoints::clientToken, clock);
        Map<Plan, Answer> answers;
        try (Inputs inputs = new Inputs(endpoints, stack.state().data("departments"))) {
            answers = new Story(hub, cast, narrator)
                    .tell(datasets(inputs), LocalDate.now(clock).plusMonths(GRANT_MONTHS));
        }
        Map.Entry<Plan, Answer> held = answers.entrySet().iterator().next();
        new Proof(
                        stack.state().data("exported-log"),
                        words -> spec.root().commandLine().execute(words),
                        hub,
                        narrator)
                .shown(
                        cast.application(held.getKey().consumer().client()),
                        held.getValue().evidence().orElseThrow());
        farewell(endpoints);
        return 0;
    }

    private Map<Plan, Input> datasets(Inputs inputs) {
        Map<Plan, Input> datasets = new LinkedHashMap<>();
        Path real = data;
        if (real == null) {
            ErrorProfile errors = ErrorProfile.all(ERROR_RATE);
            datasets.put(Plan.named("legal-persons"), inputs.legalPersons(seed, rows, errors));
            datasets.put(Plan.named("licences"), inputs.licences(seed, rows, errors));
            datasets.put(Plan.named("resident-population"), inputs.population(seed, rows, errors));
            datasets.put(Plan.named("houses"), inputs.houses(seed, rows, errors));
            datasets.put(Plan.named("real-estate-units"), inputs.realEstateUnits(seed, rows, errors));
            datasets.put(Plan.named("standard-addresses"), inputs.addresses(seed, rows, errors));
        } else {
            datasets.put(Plan.named("government-bodies"), inputs.governmentBodies(real));
            datasets.put(Plan.named("restaurant-licences"), inputs.restaurantLicences(real));
            datasets.put(Plan.named("restaurant-inspections"), inputs.restaurantInspections(real));
        }
        return datasets;
    }

    private void farewell(Endpoints endpoints) {
        out.printf("%nEverything is left running. ./hub down stops it, ./hub down --wipe forgets it.%n");
        out.printf("  catalog  %s%n", endpoints.hub());
        for (String person : new String[] {"market-steward", "approval-developer", "authority", "audit-admin"}) {
            out.printf("  login    %-20s %s%n", person, endpoints.password(person));
        }
        out.flush();
    }
}
