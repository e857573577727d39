package org.exchangehub.core.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What webhooks are signed with, and where they may go. */
class WebhookSecretsTest {

    @Nested
    class ASignature {

        /** The example of the specification's reference libraries. */
        @Test
        void isThatOfStandardWebhooks() {
            byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

            String signature = WebhookSecrets.signature(
                    secret,
                    "msg_p5jXN8AQM9LWM0D4loKWxJek",
                    Instant.ofEpochSecond(1_614_265_330),
                    "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

            assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        }
    }

    @Nested
    class AnAddress {

        private static WebhookAddresses allowing(String... networks) {
            return new WebhookAddresses(new NoticeSettings(Duration.ofDays(180), null, null, List.of(networks)));
        }

        @ParameterizedTest
        @CsvSource({
            "8.8.8.8, true",
            "223.5.5.5, true",
            "2400:3200::1, true",
            "127.0.0.1, false",
            "0.0.0.0, false",
            "10.1.2.3, false",
            "100.64.0.1, false",
            "169.254.169.254, false",
            "172.16.0.1, false",
            "172.31.255.255, false",
            "172.32.0.1, true",
            "192.168.1.1, false",
            "198.18.0.1, false",
            "224.0.0.1, false",
            "255.255.255.255, false",
            "::1, false",
            "::ffff:127.0.0.1, false",
            "fe80::1, false",
            "fd00::1, false",
            "64:ff9b::7f00:1, false",
            "2002:7f00:1::, false",
            "2001:db8::1, false"
        })
        void isPermittedWhenItIsPublic(String address, boolean permitted) throws UnknownHostException {
            assertThat(allowing().permitted(InetAddress.getByName(address))).isEqualTo(permitted);
        }

        @Test
        void isPermittedWhenTheSettingsAllowItsNetwork() throws UnknownHostException {
            WebhookAddresses addresses = allowing("10.20.0.0/16", "::1");

            assertThat(addresses.permitted(InetAddress.getByName("10.20.255.1")))
                    .isTrue();
            assertThat(addresses.permitted(InetAddress.getByName("10.21.0.1"))).isFalse();
            assertThat(addresses.permitted(InetAddress.getByName("0:0:0:0:0:0:0:1")))
                    .isTrue();
            assertThatIllegalArgumentException().isThrownBy(() -> allowing("10.20.0.0/33"));
            assertThatIllegalArgumentException().isThrownBy(() -> allowing("example.org/8"));
        }
    }

    @Nested
    class ADelivery {

        @Test
        void waitsEverLongerAndIsGivenUpAfterThreeDays() {
            Duration before = Duration.ZERO;
            Duration all = Duration.ZERO;
            int attempt = 1;
            for (; delivery(attempt).pause().isPresent(); attempt++) {
                Duration pause = delivery(attempt).pause().orElseThrow();
                assertThat(pause).isGreaterThan(before);
                before = pause;
                all = all.plus(pause);
            }

            assertThat(attempt).isEqualTo(10);
            assertThat(all).isBetween(Duration.ofDays(3), Duration.ofDays(4));
        }

        private static NoticeDelivery delivery(int attempts) {
            return new NoticeDelivery(new UUID(1, 1), new UUID(1, 2), "a@b", null, attempts);
        }
    }
}
