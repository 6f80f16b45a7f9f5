/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.platform.file.InvalidFileException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsReadingTests {

    private static final String ONE = shared(1, 24);
    private static final String TWO = shared(2, 64);
    private static final String THREE = shared(3, 32);
    private static final String SEED = "whsk_" + base64(4, 32);

    private static final String GOOD = """
            webhook-secrets:
              acme:
                outcomes:
                  - ONE
                  - SEED
                  - TWO
                other-1:
                  - THREE
            """;

    @Test
    void each_webhook_has_its_keys() throws Exception {
        WebhookSecrets secrets = read(GOOD);

        assertThat(secrets.of(Sending.target("https://acme.example"))
                        .orElseThrow()
                        .keys())
                .containsExactly(SigningKey.parse(ONE), SigningKey.parse(SEED), SigningKey.parse(TWO));
        assertThat(secrets.of(Sending.target("other", "https://acme.example"))).isEmpty();
    }

    @Test
    void a_file_may_have_no_secrets_if_it_says_so() throws Exception {
        assertThat(read("webhook-secrets: {}")).hasToString("the keys of 0 webhooks");
    }

    /** With {@code |} for the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "webhook-secrets:; secrets:; webhook-secrets is missing",
                "webhook-secrets:; secrets:; secrets is no setting",
                "acme:; Acme:; webhook-secrets.Acme must be the name of a relying party",
                "outcomes:; Out_comes:; webhook-secrets.acme.Out_comes must be the id of a webhook",
                "webhook-secrets:; whsec_%SHORT:; whsec_*** is no setting",
                "acme:; whsec_%SHORT:; webhook-secrets.whsec_*** must be the name of a relying party",
                "outcomes:; whsk_%SHORT:; webhook-secrets.acme.whsk_*** must be the id of a webhook",
                "- ONE; - whsec_; webhook-secrets.acme.outcomes must have 24 to 64 bytes behind whsec_",
                "- ONE; - whsec_%SHORT; webhook-secrets.acme.outcomes must have 24 to 64 bytes behind whsec_",
                "- ONE; - whsec_%LONG; webhook-secrets.acme.outcomes must have 24 to 64 bytes behind whsec_",
                "- ONE; - whsec_!secret!; webhook-secrets.acme.outcomes must have keys that are base64 behind",
                "- ONE; - whsk_%SHORT; webhook-secrets.acme.outcomes must have 32 bytes behind whsk_",
                "- ONE; - whpk_%LONG; webhook-secrets.acme.outcomes has a public key, with which nobody can sign",
                "- ONE; - password; webhook-secrets.acme.outcomes must have keys that begin with whsec_ or whsk_",
                "- ONE; - 12345; webhook-secrets.acme.outcomes must be a list of texts",
                "- ONE; - TWO; webhook-secrets.acme.outcomes has a key that stands in this file already",
                "- THREE; - ONE; webhook-secrets.acme.other-1 has a key that stands in this file already",
                "- SEED; - THREE; webhook-secrets.acme.outcomes must have two keys of a kind at most",
                "other-1:|; other-1: []|#; webhook-secrets.acme.other-1 must be a list of one key or more",
                "other-1:|; other-1: x|#; webhook-secrets.acme.other-1 must be a list",
                "acme:; beta:|  acme:; webhook-secrets.beta must have webhooks of the registry",
                "acme:; acme: x|  beta:; webhook-secrets.acme must consist of settings, each with a name",
                "other-1:; outcomes:; 'this is no YAML, or a setting stands twice, at line '",
                "acme:; acme: [; 'this is no YAML, or a setting stands twice, at line '",
            })
    void a_mistake_is_said_in_a_sentence_without_the_secret(String right, String wrong, String sentence) {
        String before = right.replace('|', '\n');
        assertThat(GOOD).contains(before);
        String after = wrong.replace('|', '\n').replace("%SHORT", base64(5, 23)).replace("%LONG", base64(5, 65));

        assertThatThrownBy(() -> read(GOOD.replace(before, after)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(sentence)
                .message()
                .doesNotContainPattern("wh(sec|sk|pk)_[A-Za-z0-9+/!]")
                .doesNotContain("password", "12345", base64(5, 20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "[]", "null", "5", "webhook-secrets: []", "webhook-secrets: 5"})
    void what_is_no_file_of_secrets_is_refused(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidFileException.class);
    }

    private static WebhookSecrets read(String yaml) throws InvalidFileException {
        String keys = yaml.replace("ONE", ONE)
                .replace("TWO", TWO)
                .replace("THREE", THREE)
                .replace("SEED", SEED);
        return SecretsReading.read(keys.getBytes(UTF_8));
    }

    private static String shared(int each, int bytes) {
        return "whsec_" + base64(each, bytes);
    }

    private static String base64(int each, int bytes) {
        byte[] key = new byte[bytes];
        Arrays.fill(key, (byte) each);
        return Base64.getEncoder().encodeToString(key);
    }
}
