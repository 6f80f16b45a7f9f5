/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.phone;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedProviders;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.net.URI;
import java.time.Instant;

/**
 * The way of a text from the phone to a connector.
 *
 * @param label for the person who chooses it
 */
record Route(String label, SimulatedProvider provider, Account account) {

    static Route of(String label, String provider, URI connector, String secret) {
        return new Route(
                label,
                SimulatedProviders.named(provider).orElseThrow(),
                Account.of(connector, Proof.SIGNATURE, secret));
    }

    SimulatedRequest request(SimulatedSms sms, Instant now) {
        return provider.request(sms, account, now);
    }

    /** The header that proves it. */
    String signature() {
        return provider.signatureHeaders(account).getLast();
    }
}
