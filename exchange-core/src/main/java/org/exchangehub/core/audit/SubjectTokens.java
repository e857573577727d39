package org.exchangehub.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.exchangehub.core.problem.ErrorCode;
import org.exchangehub.core.problem.HubProblem;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names persons and enterprises in the log by HMAC-SHA-256 under a key of the year, cut to 128 bits. */
@Component
class SubjectTokens {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int TOKEN_BYTES = 16;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();
    /** By epoch, ready to be copied: that is much less work than looking the provider up for every entry. */
    private final Map<String, Mac> macs = new ConcurrentHashMap<>();

    SubjectTokens(@Qualifier("logDataSource") DataSource logDataSource) {
        this.jdbc = JdbcClient.create(logDataSource);
    }

    /** The tokens of these keys at that time, {@code <year>:<base64url>} each, sorted: their order says nothing of the rows'. */
    List<String> of(List<String> subjects, Instant at) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return of(subjects, Integer.toString(at.atOffset(ZoneOffset.UTC).getYear()));
    }

    /** The tokens of these keys under the key of every year the log still has one of. */
    List<String> ofEveryYear(List<String> subjects) {
        return jdbc
                .sql("select epoch from hub.log_token_key order by epoch")
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .flatMap(epoch -> of(subjects, epoch).stream())
                .toList();
    }

    private List<String> of(List<String> subjects, String epoch) {
        Mac mac = mac(epoch);
        return subjects.stream()
                .map(subject -> mac.doFinal(subject.getBytes(StandardCharsets.UTF_8)))
                .map(token -> epoch + ":"
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(token, TOKEN_BYTES)))
                .distinct()
                .sorted()
                .toList();
    }

    /** One of the epoch's key that nobody else uses. */
    private Mac mac(String epoch) {
        Mac known = macs.get(epoch);
        if (known == null) {
            known = mac(key(epoch));
            macs.put(epoch, known);
        }
        try {
            return (Mac) known.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("every Java platform has an " + HMAC + " that can be copied", impossible);
        }
    }

    private SecretKeySpec key(String epoch) {
        try {
            return stored(epoch);
        } catch (DataAccessException unreachable) {
            HubProblem problem =
                    new HubProblem(ErrorCode.AUDIT_UNAVAILABLE, "The access log's token key cannot be read now.");
            problem.initCause(unreachable);
            throw problem;
        }
    }

    private SecretKeySpec stored(String epoch) {
        byte[] fresh = new byte[KEY_BYTES];
        random.nextBytes(fresh);
        jdbc.sql("insert into hub.log_token_key (epoch, key) values (?, ?) on conflict do nothing")
                .param(epoch)
                .param(fresh)
                .update();
        byte[] key = jdbc.sql("select key from hub.log_token_key where epoch = ?")
                .param(epoch)
                .query(byte[].class)
                .single();
        return new SecretKeySpec(key, HMAC);
    }

    private static Mac mac(SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java platform has " + HMAC, impossible);
        }
    }
}
