/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.RawRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests and connectors for tests of Twilio's door. */
final class TwilioRequests {

    private TwilioRequests() {}

    static RawRequest request(@Nullable String query, String form, String... signatures) {
        return request(query, form.getBytes(UTF_8), signatures);
    }

    static RawRequest request(@Nullable String query, byte[] body, String... signatures) {
        return new RawRequest(
                name -> name.equalsIgnoreCase("X-Twilio-Signature") ? List.of(signatures) : List.of(),
                query,
                body,
                Instant.EPOCH);
    }

    static Connector connector(String publicUrl, String... secrets) {
        return new Connector(
                new ConnectorId("acme"),
                new TwilioDoor(),
                List.of(secrets),
                Set.of(new Destination("50500")),
                RouteTrust.T2,
                URI.create(publicUrl));
    }
}
