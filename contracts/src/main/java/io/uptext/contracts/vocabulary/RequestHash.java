/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Base64;

/**
 * The SHA-256 of a request's body, by which it is known whether a request is the same that came before.
 *
 * @param value base64url without padding
 */
public record RequestHash(@JsonValue String value) {

    private static final int LENGTH = 43;

    @JsonCreator
    public RequestHash {
        if (!Forms.isBase64Url(value, LENGTH)) {
            throw new IllegalArgumentException("not the hash of a request");
        }
    }

    /** The hash of a body. */
    public static RequestHash of(byte[] body) {
        return new RequestHash(Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Ids.sha256().digest(body)));
    }
}
