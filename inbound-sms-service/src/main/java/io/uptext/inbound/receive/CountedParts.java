/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.inbound.door.Part;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Counts parts of longer messages by whether the others were there. Of those that waited in vain nobody hears when they are
 * forgotten; but where many wait and few are joined, parts get lost.
 */
public final class CountedParts implements PartMemory {

    private final PartMemory memory;
    private final Counter waiting;
    private final Counter joined;

    /** Counts what goes into {@code memory}. */
    public CountedParts(PartMemory memory, MeterRegistry registry) {
        this.memory = memory;
        this.waiting = counter("waiting", registry);
        this.joined = counter("joined", registry);
    }

    private static Counter counter(String outcome, MeterRegistry registry) {
        return Counter.builder("uptext.inbound.parts")
                .description("Parts of longer messages: whether they wait for others, or were the last")
                .tag("outcome", outcome)
                .register(registry);
    }

    @Override
    public CompletableFuture<Optional<List<String>>> add(CodeKey sender, String place, Part part, String text) {
        return memory.add(sender, place, part, text).thenApply(all -> {
            (all.isPresent() ? joined : waiting).increment();
            return all;
        });
    }
}
