/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.RawRequest;
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
                "POST",
                name -> name.equalsIgnoreCase("X-Twilio-Signature") ? List.of(signatures) : List.of(),
                query,
                body,
                Instant.EPOCH,
                Set.of());
    }

    static Connector connector(String publicUrl, String... secrets) {
        return Connectors.of(new TwilioDoor())
                .secrets(secrets)
                .publicUrl(publicUrl)
                .build();
    }
}
