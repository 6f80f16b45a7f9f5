/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.Issued;
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

    static NewChallenge of(Issued issued, URI watchUrl) {
        ChallengeCreated created = issued.created();
        return new NewChallenge(
                created.challengeId(),
                ChallengeStatus.PENDING,
                created.code(),
                created.code().display(),
                issued.text(),
                created.destination(),
                SmsLinks.of(created.destination(), issued.text()),
                QrCode.svg(created.destination(), issued.text()),
                created.createdAt(),
                created.expiresAt(),
                issued.waitToken().reveal(),
                watchUrl,
                created.context());
    }
}
