/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.Account;
import io.uptext.simulator.Fault;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The requests of a message, each written anew, as a provider does.
 *
 * @param fault what is wrong with all of them, if anything
 */
record Requests(
        SimulatedProvider provider,
        Account account,
        @Nullable Fault fault,
        Message message,
        Clock clock) implements Supplier<SimulatedRequest> {

    /**
     * Writes one to see whether that is possible.
     *
     * @throws IllegalArgumentException if it is not; without the reason, which could quote the secret
     */
    void check() {
        try {
            var _ = get();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "No request can be written with this secret and these options: docs/connectors/" + provider.name()
                            + ".md shows the form that they have.");
        }
    }

    @Override
    public SimulatedRequest get() {
        SimulatedSms sms = message.sms();
        Instant now = clock.instant();
        return fault == null ? provider.request(sms, account, now) : fault.request(provider, sms, account, now);
    }
}
