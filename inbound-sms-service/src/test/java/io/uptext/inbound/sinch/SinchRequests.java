/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.sinch;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.SinchProvider;
import java.net.URI;
import java.time.Instant;

/** Requests and connectors for tests of Sinch's door, with the secret and the time of sinch-sdk-java's own test. */
final class SinchRequests {

    static final String SECRET = "foo_secret1234";
    static final Instant NOW = Instant.ofEpochSecond(1634579353);
    static final String SIGNATURE = "x-sinch-webhook-signature";
    static final String ALGORITHM = "x-sinch-webhook-signature-algorithm";
    static final String NONCE = "x-sinch-webhook-signature-nonce";
    static final String TIMESTAMP = "x-sinch-webhook-signature-timestamp";

    private static final URI URL = URI.create(Connectors.URL);
    private static final SimulatedSms SMS =
            new SimulatedSms("01XXXXX21XXXXX119Z8P1XXXXX", "+46701234567", "50500", "ACME LOGIN 7KQ4M2XHC");

    private SinchRequests() {}

    static SimulatedRequest simulated() {
        return new SinchProvider().request(SMS, Account.of(URL, Proof.SIGNATURE, SECRET), NOW);
    }

    /**
     * The one request of sinch-sdk-java d747cc3, HmacAuthenticationValidationTest.java; that of its Conversation API, which
     * is signed in the same way.
     */
    static SimulatedRequest vector() {
        String body = "{\"app_id\":\"\",\"accepted_time\":\"2021-10-18T17:49:13.813615Z\","
                + "\"project_id\":\"e2df3a34-a71b-4448-9db5-a8d2baad28e4\","
                + "\"contact_create_notification\":{\"contact\":{\"id\":\"01FJA8B466Y0R2GNXD78MD9SM1\","
                + "\"channel_identities\":[{\"channel\":\"SMS\",\"identity\":\"48123456789\",\"app_id\":\"\"}],"
                + "\"display_name\":\"New Test Contact\",\"email\":\"new.contact@email.com\",\"external_id\":\"\","
                + "\"metadata\":\"\",\"language\":\"EN_US\"}},\"message_metadata\":\"\"}";
        return post(body)
                .with(SIGNATURE, "6bpJoRmFoXVjfJIVglMoJzYXxnoxRujzR4k2GOXewOE=")
                .with(ALGORITHM, "HmacSHA256")
                .with(NONCE, "01FJA8B4A7BM43YGWSG9GBV067")
                .with(TIMESTAMP, "1634579353");
    }

    static SimulatedRequest post(String body) {
        return SimulatedRequest.post(URL, "application/json", body);
    }

    static Connector connector(String... secrets) {
        return Connectors.of(new SinchDoor()).secrets(secrets).build();
    }
}
