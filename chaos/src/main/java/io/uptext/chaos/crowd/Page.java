/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import io.uptext.chaos.load.Party;
import io.uptext.chaos.promise.Closing;
import io.uptext.chaos.promise.Connection;
import io.uptext.chaos.promise.Watched;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.WaitToken;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A page that waits for the end of its challenge, and connects again for as long as it does not know it. */
final class Page {

    private final String who;
    private final Party party;
    private final ChallengeCreated challenge;
    private final WaitToken token;
    private final Random random;
    private final Pauses pauses;
    private final Refusals refusals = new Refusals();
    private final Instant since;
    private Duration told = Duration.ZERO;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    Page(String who, Party party, ChallengeCreated challenge, WaitToken token, long seed, Instant since) {
        this.who = who;
        this.party = party;
        this.challenge = challenge;
        this.token = token;
        this.random = new Random(seed);
        this.pauses = new Pauses(random);
        this.since = since;
    }

    Watched watched() {
        return new Watched(
                challenge.challengeId(), challenge.relyingParty(), who, challenge.expiresAt(), since, connections);
    }

    /**
     * Waits until the end is known, or until it is refused or interrupted.
     *
     * @param waiting takes 1 when a connection has come to stand, and -1 when it does no more
     * @param between is done after each connection
     */
    void run(Door door, IntConsumer waiting, Runnable between) {
        try {
            while (connect(door, waiting)) {
                between.run();
                TimeUnit.MILLISECONDS.sleep(pauses.next(told).toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Connects once. Whether it is to be done again. */
    private boolean connect(Door door, IntConsumer waiting) {
        Place place = door.any(random);
        Instant begun = door.clock().instant();
        Answer answer = new Answer();
        Closing closing = listen(door, place, answer, waiting);
        Connection connection = answer.connection(place.notifier(), begun, closing);
        connections.add(connection);
        answer.retry().ifPresent(pauses::wish);
        told = answer.opened().retryAfter();
        if (answer.isHeard()) {
            pauses.heard();
            refusals.heard();
        }
        return connection.end().isEmpty() && closing != Closing.OVER && !refusals.isFinal(answer.opened());
    }

    private Closing listen(Door door, Place place, Answer answer, IntConsumer waiting) {
        boolean isCounted = false;
        try (Listening listening = door.listen(place, party, token.reveal())) {
            Optional<Closing> closing = Optional.empty();
            while (closing.isEmpty()) {
                closing = answer.take(listening.next(answer.patience()));
                if (answer.isHeard() && !isCounted) {
                    isCounted = true;
                    waiting.accept(1);
                }
            }
            return closing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Closing.OVER;
        } finally {
            if (isCounted) {
                waiting.accept(-1);
            }
        }
    }
}
