package org.exchangehub.benchmarks.scale;

import java.util.List;
import org.exchangehub.benchmarks.running.MappedRows;
import org.exchangehub.schemas.samples.AddressSamples;
import org.exchangehub.schemas.samples.ErrorProfile;
import org.exchangehub.schemas.samples.FloatingPopulationSamples;
import org.exchangehub.schemas.samples.HouseSamples;
import org.exchangehub.schemas.samples.LegalPersonSamples;

/**
 * The registers of Chancheng district with the number of rows each has, 2.55 million. City components and events have no
 * generator; as many standard addresses, which are wider, stand in for them.
 */
final class Chancheng {

    private static final long SEED = 781;

    static final List<Register> REGISTERS = List.of(
            new Register(
                    "104001-000780",
                    new MappedRows(
                            "floating-population",
                            FloatingPopulationSamples.of(SEED, 568_000, ErrorProfile.clean()),
                            FloatingPopulationSamples.mapping())),
            new Register(
                    "104001-000781",
                    new MappedRows(
                            "house", HouseSamples.of(SEED, 450_000, ErrorProfile.clean()), HouseSamples.mapping())),
            new Register("104001-000782", addresses(SEED, 390_000)),
            new Register(
                    "104001-000783",
                    new MappedRows(
                            "legal-person",
                            LegalPersonSamples.of(SEED, 160_000, ErrorProfile.clean()),
                            LegalPersonSamples.mapping())),
            new Register("104001-000784", addresses(SEED + 1, 580_000)),
            new Register("104001-000785", addresses(SEED + 2, 400_000)));

    private Chancheng() {}

    /** A register and its rows. */
    record Register(String dataset, MappedRows rows) {}

    private static MappedRows addresses(long seed, long count) {
        return new MappedRows(
                "standard-address", AddressSamples.of(seed, count, ErrorProfile.clean()), AddressSamples.mapping());
    }
}
