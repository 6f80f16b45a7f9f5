/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import io.uptext.client.ChallengeId;
import io.uptext.client.CodeVerifier;
import io.uptext.client.CreatedChallenge;
import io.uptext.client.IdempotencyKey;
import io.uptext.client.Nonce;
import java.io.Serializable;
import java.time.Instant;

/**
 * A challenge that one browser session has begun, with what only that session can finish it by. All of it is plain text, so
 * that it can be kept wherever sessions are.
 *
 * @param id the challenge
 * @param verifier of PKCE, shown at the redemption
 * @param nonce what the proof must repeat
 * @param redemption the name of the one redemption, which can so be asked for again
 * @param bound whether a number was given, so that nobody else's can confirm
 * @param page what the page shows meanwhile
 */
public record PendingLogin(String id, String verifier, String nonce, String redemption, boolean bound, Shown page)
        implements Serializable {

    /**
     * What the waiting page shows, and listens by.
     *
     * @param text what to send
     * @param destination where to
     * @param smsLink opens the messages app
     * @param qrSvg the text as a QR code
     * @param createdAt by Uptext's clock
     * @param expiresAt by Uptext's clock
     * @param watchUrl where the page listens
     * @param waitToken what it listens by
     */
    public record Shown(
            String text,
            String destination,
            String smsLink,
            String qrSvg,
            Instant createdAt,
            Instant expiresAt,
            String watchUrl,
            String waitToken)
            implements Serializable {

        /** Without the text and the token. */
        @Override
        public String toString() {
            return "Shown[" + expiresAt + "]";
        }
    }

    static PendingLogin of(CreatedChallenge created, CodeVerifier verifier, Nonce nonce, boolean bound) {
        return new PendingLogin(
                created.id().value(),
                verifier.value(),
                nonce.value(),
                IdempotencyKey.draw().value(),
                bound,
                new Shown(
                        created.text(),
                        created.destination(),
                        created.smsLinks().both(),
                        created.qrSvg(),
                        created.createdAt(),
                        created.expiresAt(),
                        created.watchUrl().toString(),
                        created.waitToken().value()));
    }

    ChallengeId challenge() {
        return new ChallengeId(id);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "PendingLogin[" + id + "]";
    }
}
