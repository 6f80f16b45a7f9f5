/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * By what it is known whether a webhook still has the URL that it had: a SHA-256 of party, webhook and URL. A token that is
 * worth the name cannot be found from it, and the rest of a URL is no secret.
 *
 * @param value base64url without padding
 */
public record TargetHash(@JsonValue String value) {

    private static final int LENGTH = 43;

    @JsonCreator
    public TargetHash {
        if (!Forms.isBase64Url(value, LENGTH)) {
            throw new IllegalArgumentException("not the hash of a target");
        }
    }

    /** The hash of where a webhook leads. */
    public static TargetHash of(RelyingPartyId relyingParty, WebhookId webhook, URI url) {
        // Names hold no bar, so no two of these look the same.
        String text = "target|" + relyingParty.value() + "|" + webhook.value() + "|" + url;
        return new TargetHash(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Ids.sha256().digest(text.getBytes(StandardCharsets.UTF_8))));
    }
}
