/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.quickstart.phone.Phone;
import java.nio.file.Path;

/** What the quickstart tells whoever started it. */
final class Greeting {

    private Greeting() {}

    static String of(Stack stack, Path file) {
        Addresses addresses = stack.addresses();
        String inbound = Addresses.url(addresses.inbound()) + "/v1/inbound/" + Phone.GENERIC;
        return """

                ============================================================================
                 DEMO MODE. SECRETS ARE PRINTED, NOTHING IS ENCRYPTED, NOTHING IS KEPT.
                 Never let anybody sign in to anything real with this.
                ============================================================================

                 Sign in here             %1$s
                 Text from this phone     %2$s

                 Create a challenge:

                   curl -s %3$s/v1/challenges -H 'Authorization: Bearer %4$s' \\
                     -H 'Content-Type: application/json' -d '{"msisdn":"+46701234567"}'

                 Play the aggregator, with the text of your challenge (bash, openssl):

                   body='{"from":"+46701234567","to":"50500","text":"ACME LOGIN <code>"}'; now=$(date +%%s); id=msg_$now
                   key=$(printf %%s '%5$s' | base64 -d | od -An -tx1 | tr -d ' \\n')
                   sig=$(printf %%s "$id.$now.$body" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$key -binary | base64)
                   curl -si %6$s -H "webhook-id: $id" -H "webhook-timestamp: $now" \\
                     -H "webhook-signature: v1,$sig" -H 'Content-Type: application/json' -d "$body"

                 All of this for scripts: %7$s
                 Ctrl-C ends everything.
                """.formatted(
                        Addresses.url(addresses.acme()),
                        Addresses.url(addresses.phone()),
                        Addresses.url(addresses.challenge()),
                        stack.secrets().acmeKey(),
                        stack.secrets().genericSecret().substring("whsec_".length()),
                        inbound,
                        file);
    }

    /** The innermost reason, which mostly says it best. */
    static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    }
}
