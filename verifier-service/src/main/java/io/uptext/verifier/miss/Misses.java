/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.miss;

import io.uptext.contracts.event.CodeMissed;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.verifier.join.Standing;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is held against senders and destinations: a count of the misses in the log, which every instance makes for itself
 * and which therefore outlives any of them, and Redis.
 *
 * <p>Only routes on which senders are hard to forge (T2, T3) count against a sender, so that nobody can lock out somebody
 * else. Against a destination all count.
 */
public final class Misses {

    /** Senders whose misses are remembered; more at a time are an attack that the destination's guard sees. */
    private static final int MOST_SENDERS = 200_000;

    private static final int MOST_COUNTED = 200_000;

    private final MissLimits limits;
    private final Pepper pepper;
    private final Map<CodeKey, SenderMisses> senders = limited(MOST_SENDERS);
    private final Map<Destination, DestinationMisses> destinations = new HashMap<>();
    /** Those that have been counted, and whether the log has them. */
    private final Map<MessageId, Boolean> counted = limited(MOST_COUNTED);

    private volatile boolean current;
    private volatile boolean empty = true;

    /** Counts to {@code limits}; senders are known by their HMAC. */
    public Misses(MissLimits limits, Pepper pepper) {
        this.limits = limits;
        this.pepper = pepper;
    }

    private static <K, V> Map<K, V> limited(int most) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Takes a miss in; the same one again changes nothing. */
    public synchronized void add(CodeMissed miss) {
        if (counted.putIfAbsent(miss.messageId(), false) == null) {
            count(miss);
        }
    }

    /** The same for one that was read. */
    synchronized void addFromLog(CodeMissed miss) {
        if (counted.put(miss.messageId(), true) == null) {
            count(miss);
        }
    }

    /** Whether a miss was read, so that nobody need be told of it again. */
    public synchronized boolean isInLog(CodeMissed miss) {
        return counted.getOrDefault(miss.messageId(), false);
    }

    private void count(CodeMissed miss) {
        empty = false;
        destinations
                .computeIfAbsent(miss.destination(), _ -> new DestinationMisses(limits.within()))
                .add(miss.receivedAt());
        if (miss.routeTrust().satisfies(RouteTrust.T2)) {
            senders.computeIfAbsent(miss.sender(), _ -> new SenderMisses()).add(miss.receivedAt(), limits);
        }
    }

    /** What was held against a text's sender and destination when it was received. */
    public Standing of(InboundSmsReceived sms) {
        if (empty) {
            return Standing.GOOD;
        }
        CodeKey sender = pepper.senderKey(sms.sender());
        synchronized (this) {
            @Nullable SenderMisses ofSender = senders.get(sender);
            @Nullable DestinationMisses ofDestination = destinations.get(sms.destination());
            return new Standing(
                    ofSender != null && ofSender.isLocked(sms.receivedAt(), limits),
                    ofDestination != null && ofDestination.before(sms.receivedAt()) >= limits.ofDestination());
        }
    }

    /** Whether all that the log holds has been counted; until then nobody may be believed. */
    public boolean isCurrent() {
        return current;
    }

    void becomeCurrent() {
        current = true;
    }

    synchronized void forgetBefore(Instant now) {
        Instant oldest = now.minus(limits.memory());
        senders.values().removeIf(misses -> misses.last().isBefore(oldest));
        destinations.values().removeIf(misses -> misses.before(now) == 0);
        empty = senders.isEmpty() && destinations.isEmpty();
    }
}
