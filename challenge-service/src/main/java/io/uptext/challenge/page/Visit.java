/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.challenge.issue.ChallengeIssuer;
import io.uptext.challenge.issue.Ending;
import io.uptext.challenge.issue.Issued;
import io.uptext.challenge.issue.ReturnLink;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.RelyingParty;

/**
 * A browser at the page of its challenge.
 *
 * @param seen the challenge as it stands
 * @param token what the browser has shown, which is the challenge's
 * @param party as the registry has it now
 * @param returnTo where it goes then, of one of the party's origins
 */
record Visit(ViewedChallenge seen, WaitToken token, RelyingParty party, ReturnTo returnTo) {

    ChallengeCreated created() {
        return seen.created();
    }

    /** The challenge with its secrets. */
    Issued issued() {
        return new Issued(created(), ChallengeIssuer.text(party, created().code()), token);
    }

    /** The way back. */
    String back(Ending ending) {
        return ReturnLink.of(returnTo, created().challengeId(), ending);
    }

    /** Without code and token. */
    @Override
    public String toString() {
        return "Visit[" + created().challengeId() + "]";
    }
}
