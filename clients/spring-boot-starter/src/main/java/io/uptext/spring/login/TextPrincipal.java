/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import java.io.Serializable;
import java.time.Instant;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * A person who is known by their number and nothing else.
 *
 * @param subject the number, or a pseudonym for it
 * @param challengeId which challenge they signed in by
 * @param provenAt when their text was received
 */
public record TextPrincipal(String subject, String challengeId, Instant provenAt)
        implements AuthenticatedPrincipal, Serializable {

    static TextPrincipal of(ProvenNumber number) {
        return new TextPrincipal(
                number.subject(), number.proof().challengeId(), number.proof().authenticatedAt());
    }

    @Override
    public String getName() {
        return subject;
    }

    /** Without the number: Spring Security writes principals into its log. */
    @Override
    public String toString() {
        return "TextPrincipal[" + challengeId + "]";
    }
}
