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
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.RelyingParty;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to {@code POST /v1/challenges}: all that a page needs. Code and wait token are told here only, and on the hosted
 * page to whoever has brought the token.
 */
public record NewChallenge(
        ChallengeId id,
        ChallengeStatus status,
        String relyingPartyName,
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
        @Nullable URI pageUrl,
        @Nullable ChallengeContext context) {

    /**
     * Tells all of one challenge.
     *
     * @param seen as the log has it
     * @param issued with its secrets
     */
    public static NewChallenge of(RelyingParty party, ViewedChallenge seen, Issued issued, BrowserAddresses addresses) {
        ChallengeCreated created = seen.created();
        String text = issued.text();
        return new NewChallenge(
                created.challengeId(),
                seen.status(),
                party.name(),
                created.code(),
                created.code().display(),
                text,
                created.destination(),
                SmsLinks.of(created.destination(), text),
                QrCode.svg(created.destination(), text),
                created.createdAt(),
                created.expiresAt(),
                issued.waitToken().reveal(),
                addresses.watchUrl(),
                addresses.pageOf(created),
                created.context());
    }

    /** Without code and token. */
    @Override
    public String toString() {
        return "NewChallenge[" + id + "]";
    }
}
