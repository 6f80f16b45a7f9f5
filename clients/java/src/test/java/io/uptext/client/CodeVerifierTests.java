/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeVerifierTests {

    /** The example of RFC 7636, appendix B. */
    @Test
    void the_challenge_is_that_of_the_rfc() {
        assertThat(new CodeVerifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").challenge())
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void each_that_is_drawn_is_another_one() {
        assertThat(CodeVerifier.draw()).isNotEqualTo(CodeVerifier.draw());
        assertThat(Nonce.draw()).isNotEqualTo(Nonce.draw());
    }

    @Test
    void a_short_one_is_none() {
        assertThatThrownBy(() -> new CodeVerifier("short")).isInstanceOf(IllegalArgumentException.class);
    }
}
