package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.exchangehub.core.audit.AuditFact;
import org.exchangehub.core.audit.Auditable;
import org.exchangehub.core.audit.Outcome;
import org.exchangehub.core.audit.Who;
import org.exchangehub.core.identity.Caller;
import org.exchangehub.core.problem.HubProblem;
import org.exchangehub.core.testing.HubClient;
import org.exchangehub.core.testing.HubTest;
import org.exchangehub.core.work.JobRepository.Claim;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@HubTest
@Import(JobsTest.Kinds.class)
@TestPropertySource(properties = "hub.work.lease=2s")
class JobsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HubClient hub;
    private final Jobs jobs;
    private final JobRepository repository;
    private final JobKind repeated;
    private final JdbcClient jdbc;

    JobsTest(HubClient hub, Jobs jobs, JobRepository repository, Repeated repeated, JdbcClient jdbc) {
        this.hub = hub;
        this.jobs = jobs;
        this.repository = repository;
        this.repeated = repeated;
        this.jdbc = jdbc;
    }

    /** Writes a word again and again, or waits to be stopped, or fails. */
    static final class Repeated implements JobKind {

        @Override
        public String name() {
            return "repeated";
        }

        @Override
        public Product run(Job job, OutputStream out, Progress progress) throws IOException {
            JsonNode order = JsonMapper.shared().readTree(job.parameters());
            String word = order.path("word").asString();
            long times = order.path("times").asLong();
            for (long done = 0; done < times || word.equals("endless"); done++) {
                out.write(word.getBytes(StandardCharsets.UTF_8));
                progress.at(done, times);
            }
            if (word.equals("failing")) {
                throw new IOException("no room");
            }
            return new Product("words.txt", "text/plain", times);
        }

        @Override
        public AuditFact succeeded(Job job, Job.Result result, Product product) {
            return AuditFact.of(Auditable.LOG_EXPORTED, job.owner()).build();
        }

        @Override
        public AuditFact failed(Job job, String why) {
            return AuditFact.of(Auditable.LOG_EXPORTED, job.owner())
                    .outcome(Outcome.FAILED)
                    .build();
        }

        @Override
        public AuditFact handedOut(Job job, Job.Result result, Caller to) {
            return AuditFact.of(Auditable.LOG_EXPORT_DOWNLOADED, to.who()).build();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Kinds {

        @Bean
        Repeated repeated() {
            return new Repeated();
        }
    }

    @Test
    void bringsAJobToItsResultForItsOwnerOnly() {
        Job job = submitted("audit-admin", "ja", 3);

        JsonNode view = ended("audit-admin", job);
        assertThat(view.path("state").asString()).isEqualTo("SUCCEEDED");
        String href = view.at("/result/href").asString();
        var result = hub.as("audit-admin").get(href);
        assertThat(result.text()).isEqualTo("jajaja");
        assertThat(result.header("Hub-Evidence")).isPresent();
        byte[] digest = HexFormat.of().parseHex(view.at("/result/sha256").asString());
        assertThat(result.header("Repr-Digest"))
                .contains("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
        assertThat(hub.as("market-steward").get("/api/v1/jobs/" + job.id()).status())
                .isEqualTo(404);
        assertThat(hub.as("market-steward").get(href).status()).isEqualTo(404);

        assertThat(hub.as("audit-admin").delete("/api/v1/jobs/" + job.id()).status())
                .isEqualTo(204);
        assertThat(hub.as("audit-admin").get(href).status()).isEqualTo(404);
        assertThat(view("audit-admin", job).path("state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void isCalledOffWhileItRuns() {
        Job job = submitted("market-head", "endless", 1_000_000_000);
        await().atMost(PATIENCE)
                .until(() -> view("market-head", job).path("state").asString().equals("RUNNING"));

        hub.as("market-head").delete("/api/v1/jobs/" + job.id());

        assertThat(ended("market-head", job).path("state").asString()).isEqualTo("CANCELLED");
    }

    @Test
    void isTakenOverFromAnInstanceThatDied() {
        Claim dead = left("market-steward", "mine", 1);

        assertThat(ended("market-steward", dead.job()).path("state").asString()).isEqualTo("SUCCEEDED");
        assertThat(repository.end(dead, Job.State.FAILED, "too late"))
                .as("whoever was taken for dead may not write any more")
                .isFalse();
        assertThat(repository.fence(dead.job().id())).isGreaterThan(dead.fence());
    }

    @Test
    void failsCleanlyAfterThreeAttempts() {
        Claim dead = left("approval-head", "mine", 3);

        JsonNode view = ended("approval-head", dead.job());
        assertThat(view.path("state").asString()).isEqualTo("FAILED");
        assertThat(view.path("error").asString()).contains("3 times");

        Job failing = submitted("approval-head", "failing", 1);
        jdbc.sql("update hub.work_job set attempts = 2 where id = ?")
                .param(failing.id())
                .update();
        JsonNode failed = ended("approval-head", failing);
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.has("result")).isFalse();
        assertThat(failed.path("error").asString()).doesNotContain("no room");
    }

    @Test
    void isOneJobHoweverOftenItIsAskedFor() {
        Who owner = owner("authority");
        Job first = jobs.submit(repeated, owner, order("once", 1), "key-1");

        assertThat(jobs.submit(repeated, owner, order("once", 1), "key-1").id()).isEqualTo(first.id());
        assertThat(jobs.again(repeated, owner, "key-1", parameters -> true)).isPresent();
        assertThatThrownBy(() -> jobs.again(repeated, owner, "key-1", parameters -> false))
                .isInstanceOf(HubProblem.class)
                .hasMessageContaining("Something else");
    }

    @Test
    void keepsAnOwnerFromAskingForMoreThanThreeAtOnce() {
        Who owner = new Who(UUID.randomUUID().toString(), "catalog-ui", null);
        for (int i = 0; i < 3; i++) {
            jdbc.sql("""
                            insert into hub.work_job (kind, owner_subject, owner_client, parameters, not_before)
                            values ('repeated', ?, 'catalog-ui', '{}', now() + interval '1 day')
                            """).param(owner.subject()).update();
        }

        assertThatThrownBy(() -> jobs.requireRoom(owner))
                .isInstanceOf(HubProblem.class)
                .hasMessageContaining("found 3");
    }

    /** A job whose instance died in the middle of an attempt. */
    private Claim left(String person, String word, int attempts) {
        UUID id = jdbc.sql("""
                        insert into hub.work_job (kind, owner_subject, owner_client, parameters, state, lease_holder,
                            lease_fence, lease_until, attempts)
                        values ('repeated', :owner, 'catalog-ui', :order::jsonb, 'RUNNING', 'dead', 7,
                            now() + interval '1 second', :attempts) returning id
                        """)
                .param("owner", owner(person).subject())
                .param("order", order(word, 2))
                .param("attempts", attempts)
                .query(UUID.class)
                .single();
        return new Claim(repository.find(id).orElseThrow(), 7, attempts);
    }

    private Job submitted(String person, String word, long times) {
        return jobs.submit(repeated, owner(person), order(word, times), null);
    }

    private static String order(String word, long times) {
        return "{\"word\": \"" + word + "\", \"times\": " + times + "}";
    }

    private static Who owner(String person) {
        UUID subject = UUID.nameUUIDFromBytes(person.getBytes(StandardCharsets.UTF_8));
        return new Who(subject.toString(), "catalog-ui", null);
    }

    private JsonNode view(String person, Job job) {
        return hub.as(person).get("/api/v1/jobs/" + job.id()).json();
    }

    private JsonNode ended(String person, Job job) {
        return await().atMost(PATIENCE).until(() -> view(person, job), view -> view.has("finishedAt"));
    }
}
