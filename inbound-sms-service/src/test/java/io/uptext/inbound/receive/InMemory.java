/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.inbound.door.Part;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** All that doors remember, in this process; held to the same contract as the one in Redis. */
public final class InMemory implements MessageMemory, NonceMemory, PartMemory {

    private final Set<MessageId> durable = ConcurrentHashMap.newKeySet();
    private final Map<String, String> nonces = new ConcurrentHashMap<>();
    private final Map<CodeKey, Map<String, SortedMap<Integer, String>>> parts = new HashMap<>();

    @Override
    public CompletableFuture<Set<MessageId>> durable(Collection<MessageId> messages) {
        Set<MessageId> known = new HashSet<>(messages);
        known.retainAll(durable);
        return CompletableFuture.completedFuture(known);
    }

    @Override
    public void remember(MessageId message) {
        durable.add(message);
    }

    @Override
    public CompletableFuture<Claim> claim(ConnectorId connector, String nonce, String digest) {
        String holder = nonces.putIfAbsent(connector + " " + nonce, digest);
        return CompletableFuture.completedFuture(holder == null || holder.equals(digest) ? Claim.FITS : Claim.USED);
    }

    @Override
    public synchronized CompletableFuture<Optional<List<String>>> add(
            CodeKey sender, String place, Part part, String text) {
        Map<String, SortedMap<Integer, String>> messages = parts.computeIfAbsent(sender, _ -> new HashMap<>());
        if (!messages.containsKey(place) && messages.size() == MOST_OF_A_SENDER) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        SortedMap<Integer, String> all = messages.computeIfAbsent(place, _ -> new TreeMap<>());
        if (!text.equals(all.getOrDefault(part.number(), text))) {
            all.clear();
        }
        all.put(part.number(), text);
        return CompletableFuture.completedFuture(
                all.size() == part.total() ? Optional.of(List.copyOf(all.values())) : Optional.empty());
    }
}
