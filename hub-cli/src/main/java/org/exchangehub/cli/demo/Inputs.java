package org.exchangehub.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.exchangehub.engines.Endpoints;
import org.exchangehub.schemas.samples.AddressSamples;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.HouseSamples;
import org.exchangehub.schemas.samples.LegalPersonSamples;
import org.exchangehub.schemas.samples.LicenceSamples;
import org.exchangehub.schemas.samples.RealEstateUnitSamples;
import org.exchangehub.schemas.samples.ResidentPopulationSamples;

/** The inputs of the story's datasets on this machine. */
public final class Inputs implements AutoCloseable {

    private static final String CIVIL_AFFAIRS = "civil-affairs";
    private static final Charset POPULATION_CHARSET = Charset.forName("GBK");
    private static final Charset RESTAURANTS_CHARSET = Charset.forName("windows-1252");

    private final Endpoints endpoints;
    private final Path folders;
    private final List<ApiInput> apis = new ArrayList<>();

    /**
     * Inputs for this installation.
     *
     * @param folders where the folders that sources watch are made
     */
    public Inputs(Endpoints endpoints, Path folders) {
        this.endpoints = endpoints;
        this.folders = folders.toAbsolutePath();
    }

    /** Generated legal persons in the market supervision department's own database; a later run adds further rows. */
    public Input legalPersons(long seed, int rows, ErrorProfile errors) {
        TableInput.Login login = new TableInput.Login(
                endpoints.jdbcUrl("dept_market_supervision"), "dept_market", endpoints.databasePassword("dept_market"));
        return new TableInput(login, LegalPersonSamples.of(seed, rows, errors));
    }

    /** Generated licences as a CSV file; a later run's file holds the rows of the earlier ones and as many again. */
    public Input licences(long seed, int rows, ErrorProfile errors) {
        Path folder = folder("licences");
        long earlier = filesIn(folder.resolve("done"));
        return FolderInput.csv(
                folder,
                "licences-" + (earlier + 1) + ".csv",
                LicenceSamples.of(seed, rows * (earlier + 1), rows, errors),
                StandardCharsets.UTF_8);
    }

    /** Generated residents as a CSV file in GBK, as the public security department's system exports them. */
    public Input population(long seed, int rows, ErrorProfile errors) {
        Path folder = folder("population");
        long earlier = filesIn(folder.resolve("done"));
        return new CounterInput(
                FolderInput.csv(
                        folder,
                        "常住人口-" + (earlier + 1) + ".csv",
                        ResidentPopulationSamples.of(seed, rows * (earlier + 1), errors),
                        POPULATION_CHARSET),
                CounterInput.person(ResidentPopulationSamples.of(seed, rows, errors)));
    }

    /** Generated houses as an XLSX workbook. */
    public Input houses(long seed, int rows, ErrorProfile errors) {
        Path folder = folder("houses");
        long earlier = filesIn(folder.resolve("done"));
        return FolderInput.workbook(
                folder, "房屋-" + (earlier + 1) + ".xlsx", HouseSamples.of(seed, rows * (earlier + 1), errors));
    }

    /** Generated real-estate units as an XLSX workbook. */
    public Input realEstateUnits(long seed, int rows, ErrorProfile errors) {
        Path folder = folder("real-estate-units");
        long earlier = filesIn(folder.resolve("done"));
        return FolderInput.workbook(
                folder,
                "不动产单元-" + (earlier + 1) + ".xlsx",
                RealEstateUnitSamples.of(seed, rows * (earlier + 1), errors));
    }

    /** Generated standard addresses from an API that is open while this process runs. */
    public Input addresses(long seed, int rows, ErrorProfile errors) {
        ApiInput api = new ApiInput(
                endpoints.departmentApi(CIVIL_AFFAIRS),
                endpoints.departmentApiKey(CIVIL_AFFAIRS),
                folder("addresses").resolve("served"),
                AddressSamples.of(seed, rows, errors));
        apis.add(api);
        return api;
    }

    /** Closes what only this process holds open. */
    @Override
    public void close() {
        apis.forEach(ApiInput::close);
    }

    /** The snapshots of a real register of government bodies, in the order of their dates. */
    public Input governmentBodies(Path data) {
        Path history = data.resolve("legal-persons").resolve("us-dotgov-history");
        try (Stream<Path> files = Files.list(history)) {
            return FolderInput.files(
                    folder("government-bodies"),
                    StandardCharsets.UTF_8,
                    files.filter(file -> file.toString().endsWith(".csv"))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new StoryBroken("expected snapshots <date>.csv in " + history + ", found no such directory", e);
        }
    }

    /** A real register of restaurants. */
    public Input restaurantLicences(Path data) {
        return restaurants(data, "businesses_plus.csv", "restaurant-licences");
    }

    /** The inspections of those restaurants, and of some the register does not hold. */
    public Input restaurantInspections(Path data) {
        return restaurants(data, "inspections_plus.csv", "restaurant-inspections");
    }

    private Input restaurants(Path data, String name, String folder) {
        Path file = data.resolve("licences/sf-restaurants-2018").resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new StoryBroken("expected the restaurant register " + file + ", found no such file");
        }
        return FolderInput.files(folder(folder), RESTAURANTS_CHARSET, List.of(file));
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(folders.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long filesIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
