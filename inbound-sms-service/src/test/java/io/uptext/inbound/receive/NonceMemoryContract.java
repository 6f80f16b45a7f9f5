/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.inbound.receive.NonceMemory.Claim;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every memory of nonces does while it can be reached. */
public abstract class NonceMemoryContract {

    private static final int CLAIMS = 64;

    protected static final ConnectorId ACME = new ConnectorId("acme");

    protected abstract NonceMemory memory();

    /** A nonce that no test has used before. */
    protected static String anyNonce() {
        return UUID.randomUUID().toString();
    }

    @Test
    void aNonceFitsTheRequestThatItWasFirstUsedForAndNoOther() {
        NonceMemory memory = memory();
        String nonce = anyNonce();

        assertThat(memory.claim(ACME, nonce, "a").join()).isEqualTo(Claim.FITS);
        assertThat(memory.claim(ACME, nonce, "b").join()).isEqualTo(Claim.USED);
        assertThat(memory.claim(ACME, nonce, "a").join()).isEqualTo(Claim.FITS);
        assertThat(memory.claim(ACME, nonce, "A").join()).isEqualTo(Claim.USED);
        assertThat(memory.claim(ACME, nonce, "").join()).isEqualTo(Claim.USED);
    }

    @Test
    void theSameNonceAtAnotherConnectorIsAnotherNonce() {
        NonceMemory memory = memory();
        String nonce = anyNonce();

        assertThat(memory.claim(ACME, nonce, "a").join()).isEqualTo(Claim.FITS);
        assertThat(memory.claim(new ConnectorId("other"), nonce, "b").join()).isEqualTo(Claim.FITS);
    }

    @Test
    void noncesThatLookLikeKeysOrCommandsAreTakenAsTheyAre() {
        NonceMemory memory = memory();
        String unique = anyNonce();
        for (String strange :
                List.of("", " ", ":", "{a}", "*1\r\n$8\r\nFLUSHALL\r\n", "\u0000", "å", "a".repeat(8192))) {
            assertThat(memory.claim(ACME, unique + strange, "a").join()).isEqualTo(Claim.FITS);
            assertThat(memory.claim(ACME, unique + strange, "b").join()).isEqualTo(Claim.USED);
        }
    }

    @Test
    void ofManyRequestsAtOnceExactlyOneGetsTheNonce() throws Exception {
        NonceMemory memory = memory();
        String nonce = anyNonce();

        List<Claim> claims = Concurrently.call(
                CLAIMS, number -> memory.claim(ACME, nonce, "request " + number).join());

        assertThat(claims).filteredOn(Claim.FITS::equals).hasSize(1);
        assertThat(claims).filteredOn(Claim.USED::equals).hasSize(CLAIMS - 1);
    }

    @Test
    void theSameRequestManyTimesAtOnceFitsEachTime() throws Exception {
        NonceMemory memory = memory();
        String nonce = anyNonce();

        assertThat(Concurrently.call(
                        CLAIMS, _ -> memory.claim(ACME, nonce, "request").join()))
                .containsOnly(Claim.FITS);
    }
}
