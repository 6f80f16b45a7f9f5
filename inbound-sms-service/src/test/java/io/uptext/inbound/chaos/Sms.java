/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import io.uptext.simulator.Account;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.time.Instant;

/** One message on its way from a phone: the provider that delivers it, and the account through which it does. */
record Sms(SimulatedProvider provider, Account account, SimulatedSms message) {

    /** Its text, which no other message has. */
    String text() {
        return message.text();
    }

    /** One attempt to deliver it. Each has the same id, and is signed anew. */
    SimulatedRequest attempt(Instant now) {
        return provider.request(message, account, now);
    }
}
