/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import static io.uptext.platform.view.ChallengeStatus.EXPIRED;

import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.time.Duration;

/** A webhook as it should be, to be changed; it comes so many milliseconds after its outcome was there. */
record Call(
        OutcomeEvent event,
        RelyingPartyId target,
        String path,
        String id,
        boolean signed,
        String body,
        boolean taken,
        Duration from) {

    Call target(RelyingPartyId other) {
        return new Call(event, other, path, id, signed, body, taken, from);
    }

    Call path(String other) {
        return new Call(event, target, other, id, signed, body, taken, from);
    }

    Call id(String other) {
        return new Call(event, target, path, other, signed, body, taken, from);
    }

    Call signed(boolean is) {
        return new Call(event, target, path, id, is, body, taken, from);
    }

    Call body(String other) {
        return new Call(event, target, path, id, signed, other, taken, from);
    }

    Call taken(boolean is) {
        return new Call(event, target, path, id, signed, body, is, from);
    }

    Call from(Duration told) {
        return new Call(event, target, path, id, signed, body, taken, told);
    }

    Received at(int millis) {
        return new Received(
                target,
                path,
                SmallRun.FAULT.plus(from).plusMillis(millis),
                id,
                signed,
                body,
                event.challengeId(),
                EXPIRED,
                taken);
    }
}
