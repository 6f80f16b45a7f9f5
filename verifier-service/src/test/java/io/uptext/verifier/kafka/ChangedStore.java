/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.verifier.join.Arrival;
import io.uptext.verifier.join.JoinKey;
import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.join.Passage;
import io.uptext.verifier.join.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A store that does as another one does, but for what a mutant changes. */
abstract class ChangedStore implements JoinStore {

    private final JoinStore store;

    ChangedStore(JoinStore store) {
        this.store = store;
    }

    /** The arrivals that come to the other one. */
    Map<JoinKey, List<Arrival>> arriving(Map<JoinKey, List<Arrival>> arrivals) {
        return arrivals;
    }

    /** Who hears what the other one tells. */
    Told hearing(Told told) {
        return told;
    }

    @Override
    public Passage passage(Told told) {
        Passage passage = store.passage(hearing(told));
        return new Passage() {
            @Override
            public void send(Map<JoinKey, List<Arrival>> arrivals) {
                passage.send(arriving(arrivals));
            }

            @Override
            public Set<Integer> finish() {
                return passage.finish();
            }
        };
    }

    @Override
    public Optional<List<JoinKey>> due(int partition, Instant watermark, int most) {
        return store.due(partition, watermark, most);
    }

    @Override
    public void settle(int partition, List<JoinKey> slots) {
        store.settle(partition, slots);
    }

    @Override
    public void beginFilling(int partition) {
        store.beginFilling(partition);
    }

    @Override
    public boolean endFilling(int partition) {
        return store.endFilling(partition);
    }

    @Override
    public void forget() {
        store.forget();
    }
}
