/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.load;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.WaitToken;

/** The pages that people look at while they sign in. */
public interface Pages {

    /** Of people whom nobody looks after: how sign-ins end is seen in the log. */
    Pages NONE = (_, _) -> {};

    /** Opens one, once Kafka has the challenge, as nobody gets a token before. It must not block. */
    void open(ChallengeCreated challenge, WaitToken token);
}
