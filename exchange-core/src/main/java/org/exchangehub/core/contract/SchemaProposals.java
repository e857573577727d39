package org.exchangehub.core.contract;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.exchangehub.core.contract.SchemaProposal.FieldAlternative;
import org.exchangehub.core.contract.SchemaProposal.MissingField;
import org.exchangehub.core.contract.SchemaProposal.ProposalEvidence;
import org.exchangehub.core.contract.SchemaProposal.ProposedColumn;
import org.exchangehub.core.contract.SchemaProposal.ProposedStandard;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.FieldError;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.schemas.StandardField;
import org.exchangehub.schemas.StandardSchema;
import org.exchangehub.schemas.StandardSchemas;
import org.exchangehub.schemas.inference.Inference;
import org.exchangehub.schemas.inference.Proposal;
import org.exchangehub.schemas.inference.Proposals;
import org.exchangehub.schemas.inference.Sample;
import org.exchangehub.schemas.mapping.Mapping;
import org.exchangehub.schemas.value.LocalizedText;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Proposes a schema and mappings for a sample, out of the standards that come with the hub. */
@Service
class SchemaProposals {

    private record Standard(String version, StandardSchema schema) {}

    private final Map<String, Standard> standards = new LinkedHashMap<>();
    private final JsonMapper json;
    private final Clock clock;

    SchemaProposals(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
        // The newest version of each: they come oldest first.
        StandardSchemas.all()
                .forEach(
                        bundled -> standards.put(bundled.dataset(), new Standard(bundled.version(), bundled.schema())));
    }

    /**
     * Proposes.
     *
     * @param chosen the dataset of a standard, if one is chosen already; refuses an unknown one with {@code REQUEST_INVALID}
     * @param about the file's name and a title, as far as they are known
     */
    SchemaProposal propose(
            Sample sample, SampleKind kind, Optional<String> chosen, Optional<String> title, String about) {
        List<StandardSchema> schemas =
                standards.values().stream().map(Standard::schema).toList();
        Proposal proposal = chosen.map(dataset -> Proposals.proposeFor(known(dataset), sample, schemas, about))
                .orElseGet(() -> Proposals.propose(sample, schemas, about));
        Inference.Inferred inferred = title.map(text -> Inference.schemaOf(sample, new LocalizedText(text, text)))
                .orElseGet(() -> Inference.schemaOf(sample));
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        return new SchemaProposal(
                new SchemaProposal.SampleView(
                        kind.name(), sample.form(), sample.rows().size(), sample.truncated(), sample.headers()),
                json.readTree(inferred.schema().avro().toString()),
                inferred.keyCandidates(),
                proposal.fits().stream().map(fit -> shown(fit, sample, today)).toList());
    }

    private StandardSchema known(String dataset) {
        Standard standard = standards.get(dataset);
        if (standard == null) {
            throw new HubProblem(
                    ErrorCode.REQUEST_INVALID,
                    "The standard is not known.",
                    List.of(new FieldError("standard", "one of " + standards.keySet(), null)));
        }
        return standard.schema();
    }

    private ProposedStandard shown(Proposal.Fit fit, Sample sample, LocalDate today) {
        Standard standard = standards.get(fit.dataset());
        if (standard == null) {
            throw new IllegalStateException("a proposal for " + fit.dataset() + ", which was not in question");
        }
        StandardSchema schema = standard.schema();
        SampleCheck.Run run = SampleCheck.run(sample, Mapping.parse(fit.mapping()), schema, today);
        return new ProposedStandard(
                fit.dataset(),
                standard.version(),
                schema.title(),
                fit.score(),
                fit.share(),
                columns(fit, sample, schema, run),
                fit.unfilledMandatory().stream()
                        .map(name -> new MissingField(name, field(schema, name).title()))
                        .toList(),
                json.readTree(fit.mapping()),
                run.result(),
                json.readTree(schema.avro().toString()));
    }

    /** All columns in the sample's order. */
    private static List<ProposedColumn> columns(
            Proposal.Fit fit, Sample sample, StandardSchema schema, SampleCheck.Run run) {
        Map<String, ProposedColumn> byName = new LinkedHashMap<>();
        fit.columns()
                .forEach(choice -> byName.put(
                        choice.column(),
                        new ProposedColumn(
                                choice.column(),
                                choice.field(),
                                field(schema, choice.field()).title(),
                                choice.confidence(),
                                run.passing(choice.field()),
                                choice.evidence().stream()
                                        .map(reason ->
                                                new ProposalEvidence(reason.kind(), reason.share(), reason.text()))
                                        .toList(),
                                alternatives(choice.alternatives(), schema))));
        fit.unmapped()
                .forEach(column -> byName.put(
                        column.column(),
                        new ProposedColumn(
                                column.column(),
                                null,
                                null,
                                0,
                                null,
                                List.of(),
                                alternatives(column.alternatives(), schema))));
        List<ProposedColumn> columns = new ArrayList<>();
        for (String header : sample.headers()) {
            ProposedColumn column = byName.get(header);
            if (column != null) {
                columns.add(column);
            }
        }
        return columns;
    }

    private static List<FieldAlternative> alternatives(List<Proposal.Alternative> others, StandardSchema schema) {
        return others.stream()
                .map(other -> new FieldAlternative(
                        other.field(), field(schema, other.field()).title(), other.confidence()))
                .toList();
    }

    private static StandardField field(StandardSchema schema, String name) {
        return schema.field(name)
                .orElseThrow(() -> new IllegalStateException("a proposal for the unknown field " + name));
    }
}
