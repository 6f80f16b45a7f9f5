/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.telnyx;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.TelnyxProvider;
import java.net.URI;
import java.time.Instant;

/** Requests and connectors for tests of Telnyx's door, with the keys of telnyx-java's own tests. */
final class TelnyxRequests {

    /** telnyx-java c91fcd9, telnyx-lib/src/test/kotlin/com/telnyx/sdk/lib/WebhookVerificationTest.kt. */
    static final String PUBLIC_KEY = "jrMBoswHlhhVx2W2Www72WU/xn4UMpjreslD0m2u0qs=";

    /** Of the same file. */
    static final String PRIVATE_KEY = "i1xxSkIuQOY9H8laaRslIoYGTJ1NwBAFdjsQwiwJH04=";

    /** The public key that belongs to the 32 bytes {@code demo-telnyx-private-key-32-bytes}. */
    static final String OTHER_PUBLIC_KEY = "sDPogrlZmBpvglIRBCLw57077oXGPjU/3lmMu2CgYPM=";

    static final String SIGNATURE = "telnyx-signature-ed25519";
    static final String TIMESTAMP = "telnyx-timestamp";
    static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

    private static final URI URL = URI.create(Connectors.URL);
    private static final SimulatedSms SMS =
            new SimulatedSms("7ee4241c-f127-47e5-9c34-3aac291f8058", "+46701234567", "50500", "ACME LOGIN 7KQ4M2XHC");

    private TelnyxRequests() {}

    /** What the simulator writes and signs at {@link #NOW}. */
    static SimulatedRequest simulated() {
        return new TelnyxProvider().request(SMS, Account.of(URL, Proof.SIGNATURE, PRIVATE_KEY), NOW);
    }

    static RawRequest json(String body) {
        return Requests.raw(SimulatedRequest.post(URL, "application/json", body), NOW);
    }

    static Connector connector(String... publicKeys) {
        return Connectors.of(new TelnyxDoor()).secrets(publicKeys).build();
    }
}
