/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A new challenge, with all that a page needs. Code and wait token are told here only.
 *
 * @param id keep it in the session of the browser that waits
 * @param status pending; where a request was repeated, where the challenge stands
 * @param relyingPartyName what people know you by
 * @param code what is to be found in the text
 * @param codeDisplay the same for people who type
 * @param text what to send
 * @param destination where to
 * @param smsLinks links that open the messages app
 * @param qrSvg the message as a QR code, an SVG document; show it as an image, so that nothing in it can run
 * @param createdAt by Uptext's clock
 * @param expiresAt by Uptext's clock
 * @param waitToken for the one browser that waits
 * @param watchUrl where that browser listens
 * @param pageUrl where its hosted page is; null where you have not said where that leads back to
 * @param context as asked
 */
public record CreatedChallenge(
        ChallengeId id,
        ChallengeStatus status,
        String relyingPartyName,
        String code,
        String codeDisplay,
        String text,
        String destination,
        SmsLinks smsLinks,
        String qrSvg,
        Instant createdAt,
        Instant expiresAt,
        WaitToken waitToken,
        URI watchUrl,
        @Nullable URI pageUrl,
        @Nullable ChallengeContext context) {

    /** Without the code, the text and the token. */
    @Override
    public String toString() {
        return "CreatedChallenge[" + id + ", " + status + "]";
    }
}
