/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.inbound.receive.InboundSmsSink;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what it is given, and says about it what a test tells it to. */
public final class RecordingSink implements InboundSmsSink {

    public record Taken(InboundEvent event, CodeKey key) {}

    private final List<Taken> taken = new CopyOnWriteArrayList<>();
    private volatile CompletableFuture<Void> answer = CompletableFuture.completedFuture(null);

    public void answersWith(CompletableFuture<Void> next) {
        answer = next;
    }

    public List<Taken> all() {
        return taken;
    }

    @Override
    public CompletableFuture<Void> accept(InboundEvent message, CodeKey key) {
        taken.add(new Taken(message, key));
        return answer;
    }
}
