/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import io.uptext.chaos.load.Party;
import io.uptext.chaos.promise.Intrusion;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Tries to hear of a challenge without its token. */
final class Intruder {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final List<Trick> TRICKS = List.of(Trick.values());

    private final ChallengeCreated challenge;
    private final WaitToken token;
    private final Party party;
    private final Random random;
    private final Consumer<Intrusion> tried;

    Intruder(ChallengeCreated challenge, WaitToken token, Party party, long seed, Consumer<Intrusion> tried) {
        this.challenge = challenge;
        this.token = token;
        this.party = party;
        this.random = new Random(seed);
        this.tried = tried;
    }

    /** Shows something, at any instance, and notes the answer. */
    void tryOne(Door door) {
        Trick trick = TRICKS.get(random.nextInt(TRICKS.size()));
        Place place = door.any(random);
        Instant at = door.clock().instant();
        String bearer = trick.bearer(challenge, token, party, random);
        try (Listening listening = door.listen(place, trick.page(party), bearer)) {
            int status = listening.next(PATIENCE) instanceof Piece.Opened opened ? opened.status() : 0;
            tried.accept(new Intrusion(trick.words(), place.notifier(), at, status));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
