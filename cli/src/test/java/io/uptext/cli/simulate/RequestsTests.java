/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestsTests {

    @Test
    void a_secret_that_does_not_fit_is_told_without_repeating_it() {
        Account account = Account.of(URI.create("http://127.0.0.1/"), Proof.SIGNATURE, Run.SECRET);
        Requests requests = new Requests(new Picky(), account, null, new Message(), Clock.systemUTC());
        assertThatThrownBy(requests::check)
                .hasMessageContaining("docs/connectors/picky.md")
                .hasNoCause()
                .message()
                .doesNotContain(Run.SECRET);
    }

    /** Accepts no secret, and quotes it. */
    private static final class Picky implements SimulatedProvider {

        @Override
        public String name() {
            return "picky";
        }

        @Override
        public String title() {
            return "Picky";
        }

        @Override
        public List<Proof> proofs() {
            return List.of(Proof.SIGNATURE);
        }

        @Override
        public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
            throw new IllegalStateException("what is " + account.secret() + "?");
        }
    }
}
