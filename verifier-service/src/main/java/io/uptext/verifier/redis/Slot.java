/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.contracts.event.AuthExpired;
import io.uptext.contracts.event.OutcomeEvent;
import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinRule;
import io.uptext.verifier.join.JoinState;
import io.uptext.verifier.join.Miss;
import io.uptext.verifier.join.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A slot on its way through the rule: what it held, what comes to it, what it shall hold. */
final class Slot {

    private final JoinKey key;
    private final String name;
    private final List<Arrival> arrivals;
    private final List<OutcomeEvent> verdict = new ArrayList<>();
    private final List<Miss> misses = new ArrayList<>();
    private @Nullable String held;
    private String written = "";
    private JoinState next = new JoinState.Vacant();
    private boolean changed;
    private boolean lost;

    /**
     * Brings arrivals to a slot.
     *
     * @param held what it is thought to hold, empty for nothing; null where somebody has to look
     */
    Slot(JoinKey key, List<Arrival> arrivals, @Nullable String held) {
        this.key = key;
        this.name = Names.slot(key);
        this.arrivals = arrivals;
        this.held = held;
    }

    String name() {
        return name;
    }

    boolean isKnown() {
        return held != null;
    }

    void know(String found) {
        held = found;
    }

    /** Runs the rule; false if what the slot holds cannot be read. While a partition is filled, deadlines may be missing too. */
    boolean decide(boolean filling) {
        Optional<JoinState> before = SlotCodec.read(held);
        if (before.isEmpty() && !filling) {
            return false;
        }
        next = before.orElseGet(JoinState.Vacant::new);
        for (Arrival arrival : arrivals) {
            Step step = JoinRule.apply(next, arrival);
            next = step.next();
            verdict.addAll(step.verdict());
            misses.addAll(step.misses());
        }
        written = before.filter(next::equals).isPresent() ? String.valueOf(held) : SlotCodec.write(next);
        changed = !written.equals(held) || (filling && next.deadline().isPresent());
        return true;
    }

    boolean isChanged() {
        return changed;
    }

    void addArguments(List<String> arguments) {
        arguments.add(String.valueOf(held));
        arguments.add(written);
        arguments.add(next.deadline()
                .map(deadline -> Long.toString(deadline.toEpochMilli()))
                .orElse(isStillToBeSettled() ? "=" : ""));
    }

    /** Expiry alone has no record that is read again, so that it stays on the list until it has been published. */
    private boolean isStillToBeSettled() {
        return next instanceof JoinState.Decided(AuthExpired _);
    }

    void lose() {
        lost = true;
    }

    void settle(List<OutcomeEvent> told, List<Miss> missed, Known known, Map<JoinKey, List<Arrival>> again) {
        if (lost) {
            known.forget(name);
            // Later ones of the same slot may wait there already.
            List<Arrival> all = new ArrayList<>(arrivals);
            all.addAll(again.getOrDefault(key, List.of()));
            again.put(key, all);
            return;
        }
        told.addAll(verdict);
        missed.addAll(misses);
        if (next instanceof JoinState.AwaitingMessage) {
            known.put(name, written);
        } else {
            known.forget(name);
        }
    }
}
