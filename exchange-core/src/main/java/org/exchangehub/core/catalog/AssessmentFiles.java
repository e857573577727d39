package org.exchangehub.core.catalog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.exchangehub.core.catalog.AssessmentFile.Assessment;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.problem.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that document the assessments, kept in PostgreSQL: they are few, small and part of the record. */
@Service
class AssessmentFiles {

    /** 10 MiB. */
    static final int LARGEST = 10 << 20;

    private static final int NAME = 200;
    private static final String SELECT = """
            select distinct on (assessment) dataset, assessment, edition, name, type, bytes, sha256, uploaded_by, uploaded_at
              from hub.assessment_file where dataset = :dataset and edition <= :edition
            """;

    private final JdbcClient jdbc;
    private final Steps steps;

    AssessmentFiles(JdbcClient jdbc, Steps steps) {
        this.jdbc = jdbc;
        this.steps = steps;
    }

    /** Attaches a file to the edition being worked on, in place of the one it had. */
    @Transactional
    public AssessmentFile attach(String code, Assessment assessment, String name, byte[] content, Caller steward) {
        Dataset dataset = steps.begin(code, Move.AMENDED, steward);
        Dataset amended = dataset.amended(dataset.workingEntry(), steps.now());
        new Violations()
                .needed("fileName", name, "the file's name")
                .text("fileName", name, NAME)
                .refuse("The file has no valid name.");
        AssessmentFile.Type type = FileSignature.of(content)
                .orElseThrow(() -> new HubProblem(
                        ErrorCode.MEDIA_TYPE_UNSUPPORTED,
                        "An assessment is a file of " + EnumSet.allOf(AssessmentFile.Type.class) + "; " + name
                                + " begins like none of them."));
        AssessmentFile file = new AssessmentFile(
                code,
                assessment,
                dataset.workingEdition(),
                name,
                type,
                content.length,
                sha256(content),
                steward.subject(),
                steps.now());
        save(file, content);
        steps.moved(dataset, amended, Move.AMENDED, assessment + " " + file.sha256(), steward);
        return file;
    }

    private void save(AssessmentFile file, byte[] content) {
        jdbc.sql("""
                        insert into hub.assessment_file
                            (dataset, assessment, edition, name, type, bytes, sha256, content, uploaded_by, uploaded_at)
                        values
                            (:dataset, :assessment, :edition, :name, :type, :bytes, :sha256, :content, :by, :at)
                        on conflict (dataset, assessment, edition) do update
                           set name = excluded.name, type = excluded.type, bytes = excluded.bytes,
                               sha256 = excluded.sha256, content = excluded.content,
                               uploaded_by = excluded.uploaded_by, uploaded_at = excluded.uploaded_at
                        """)
                .param("dataset", file.dataset())
                .param("assessment", file.assessment().name())
                .param("edition", file.edition())
                .param("name", file.name())
                .param("type", file.type().name())
                .param("bytes", file.bytes())
                .param("sha256", file.sha256())
                .param("content", content)
                .param("by", file.uploadedBy())
                .param("at", file.uploadedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The files an edition rests on: its own, and of an assessment not made anew the one before. */
    List<AssessmentFile> of(String dataset, int edition) {
        return jdbc.sql(SELECT + " order by assessment, edition desc")
                .param("dataset", dataset)
                .param("edition", edition)
                .query(AssessmentFiles::file)
                .list();
    }

    /** Removes what was attached to an edition that was given up: its number is the next one's, which does not rest on it. */
    void forget(String dataset, int edition) {
        jdbc.sql("delete from hub.assessment_file where dataset = :dataset and edition = :edition")
                .param("dataset", dataset)
                .param("edition", edition)
                .update();
    }

    Optional<byte[]> content(AssessmentFile file) {
        return jdbc.sql("""
                        select content from hub.assessment_file
                         where dataset = :dataset and assessment = :assessment and edition = :edition
                        """)
                .param("dataset", file.dataset())
                .param("assessment", file.assessment().name())
                .param("edition", file.edition())
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    /** Notes which assessments the edition being worked on has no file for. */
    void requireComplete(Dataset dataset, Violations missing) {
        Set<Assessment> lacking = EnumSet.allOf(Assessment.class);
        of(dataset.code(), dataset.workingEdition()).forEach(file -> lacking.remove(file.assessment()));
        lacking.forEach(assessment -> missing.add(
                switch (assessment) {
                    case SECRECY -> "/assessments/secrecy/file";
                    case PERSONAL_INFORMATION -> "/assessments/personalInformation/file";
                },
                "the assessment attached: PUT /api/v1/datasets/" + dataset.code() + "/assessments/" + assessment,
                null));
    }

    private static AssessmentFile file(ResultSet row, int number) throws SQLException {
        return new AssessmentFile(
                row.getString("dataset"),
                Assessment.valueOf(row.getString("assessment")),
                row.getInt("edition"),
                row.getString("name"),
                AssessmentFile.Type.valueOf(row.getString("type")),
                row.getLong("bytes"),
                row.getString("sha256"),
                row.getString("uploaded_by"),
                row.getObject("uploaded_at", OffsetDateTime.class).toInstant());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java runtime has SHA-256", impossible);
        }
    }
}
