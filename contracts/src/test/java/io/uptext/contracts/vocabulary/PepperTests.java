/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Contents of messages under the pepper. */
class PepperTests {

    private static final byte[] SECRET = "secret-pepper-for-tests-32-bytes".getBytes(UTF_8);

    private final Pepper pepper = new Pepper(Base64.getEncoder().encodeToString(SECRET));

    @Test
    void aContentKeyIsTheDigestOfTheContentBehindWhatItIs() throws Exception {
        byte[] content = {0, 1, (byte) 0xff};
        ByteArrayOutputStream input = new ByteArrayOutputStream();
        input.writeBytes("content|".getBytes(UTF_8));
        input.writeBytes(content);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));

        assertThat(pepper.contentKey(content))
                .isEqualTo(HexFormat.of().formatHex(mac.doFinal(input.toByteArray())))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void theSameContentHasTheSameKeyAndAnotherHasAnother() {
        List<String> keys = IntStream.range(0, 100)
                .mapToObj(length -> pepper.contentKey(new byte[length]))
                .toList();

        assertThat(keys).doesNotHaveDuplicates();
        assertThat(pepper.contentKey(new byte[7])).isEqualTo(keys.get(7));
        Pepper other = new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
        assertThat(keys).doesNotContain(other.contentKey(new byte[0]));
    }

    @Test
    void aContentThatLooksLikeASenderDoesNotHaveItsKey() {
        Msisdn sender = Msisdn.ofE164("+46701234567");
        String key = pepper.senderKey(sender).value();

        assertThat(pepper.contentKey("+46701234567".getBytes(UTF_8))).isNotEqualTo(key);
        assertThat(pepper.contentKey("sender|+46701234567".getBytes(UTF_8))).isNotEqualTo(key);
    }

    @Test
    void aPseudonymIsTheDigestOfTheNumberBehindItsPartyInBase64Url() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
        byte[] digest = mac.doFinal("subject|acme|+46701234567".getBytes(UTF_8));

        Subject pseudonym = pepper.pseudonym(new RelyingPartyId("acme"), Msisdn.ofE164("+46701234567"));

        assertThat(pseudonym.value())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(digest))
                .matches("[A-Za-z0-9_-]{43}")
                .doesNotContain("46701234567");
        assertThat(pseudonym).hasToString("Subject[***]");
    }

    @Test
    void aPseudonymIsAnotherForAnotherPartyNumberOrPepper() {
        RelyingPartyId acme = new RelyingPartyId("acme");
        Msisdn number = Msisdn.ofE164("+46701234567");
        Subject pseudonym = pepper.pseudonym(acme, number);

        assertThat(pepper.pseudonym(acme, number)).isEqualTo(pseudonym);
        assertThat(pepper.pseudonym(new RelyingPartyId("other"), number)).isNotEqualTo(pseudonym);
        assertThat(pepper.pseudonym(acme, Msisdn.ofE164("+46701234568"))).isNotEqualTo(pseudonym);
        assertThat(new Pepper(Base64.getEncoder().encodeToString(new byte[32])).pseudonym(acme, number))
                .isNotEqualTo(pseudonym);
    }

    @Test
    void aSubjectIsANumberOrAPseudonymAndNothingElse() {
        assertThat(Subject.of(Msisdn.ofE164("+46701234567")).value()).isEqualTo("+46701234567");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Subject("46701234567"))
                .withMessageNotContaining("46701234567");
    }
}
