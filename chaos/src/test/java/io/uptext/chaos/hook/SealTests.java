/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.hook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A signature is checked as the specification of Standard Webhooks has it, by its own example. */
class SealTests {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String TIME = "1614265330";
    private static final Instant NOW = Instant.ofEpochSecond(1_614_265_330);
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(UTF_8);

    private final Seal seal = new Seal("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    @Test
    void theExampleIsGenuineAlsoAmongOthers() {
        assertThat(seal.isOn(ID, TIME, SIGNATURE, BODY, NOW)).isTrue();
        assertThat(seal.isOn(ID, TIME, "v1a,AAAA " + SIGNATURE, BODY, NOW)).isTrue();
    }

    @Test
    void whateverElseIsChangedItIsNot() {
        assertThat(seal.isOn(ID + "x", TIME, SIGNATURE, BODY, NOW)).isFalse();
        assertThat(seal.isOn(ID, "1614265331", SIGNATURE, BODY, NOW)).isFalse();
        assertThat(seal.isOn(ID, TIME, "v1,AAAA", BODY, NOW)).isFalse();
        assertThat(seal.isOn(ID, TIME, SIGNATURE, "{}".getBytes(UTF_8), NOW)).isFalse();
        assertThat(seal.isOn(ID, TIME, SIGNATURE, BODY, NOW.plusSeconds(301))).isFalse();
        assertThat(seal.isOn(ID, "", SIGNATURE, BODY, NOW)).isFalse();
    }
}
