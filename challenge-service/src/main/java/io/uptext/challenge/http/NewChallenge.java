/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.QrCode;
import io.uptext.challenge.issue.SmsLinks;
import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.platform.view.ChallengeStatus;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answer to {@code POST /v1/challenges}: all that a page needs. Code and wait token are told here only. */
record NewChallenge(
        ChallengeId id,
        ChallengeStatus status,
        ChallengeCode code,
        String codeDisplay,
        String text,
        Destination destination,
        SmsLinks smsLinks,
        String qrSvg,
        Instant createdAt,
        Instant expiresAt,
        String waitToken,
        URI watchUrl,
        @Nullable ChallengeContext context) {

    static NewChallenge of(Creation.Made made, URI watchUrl) {
        ChallengeCreated created = made.seen().created();
        String text = made.issued().text();
        return new NewChallenge(
                created.challengeId(),
                made.seen().status(),
                created.code(),
                created.code().display(),
                text,
                created.destination(),
                SmsLinks.of(created.destination(), text),
                QrCode.svg(created.destination(), text),
                created.createdAt(),
                created.expiresAt(),
                made.issued().waitToken().reveal(),
                watchUrl,
                created.context());
    }
}
