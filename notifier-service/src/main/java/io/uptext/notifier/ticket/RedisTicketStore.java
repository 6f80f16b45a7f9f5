/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.redis.Reach;
import io.uptext.platform.redis.Reach.Live;
import io.uptext.platform.redis.RedisProperties;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tickets in Redis: one key for each, which ends by itself, and one command that reads and removes it. Redis has the hashes
 * only, of the ticket and of the wait token: whoever reads it can show neither.
 */
final class RedisTicketStore implements TicketStore, AutoCloseable {

    private static final String PREFIX = "uptext:ticket:";

    private final Reach reach;

    /** Begins to connect. */
    RedisTicketStore(RedisProperties properties) {
        this.reach = new Reach(properties, "there are no tickets for EventSource", "there are tickets again");
    }

    @Override
    public CompletionStage<Void> put(Ticket ticket, WaitTokenHash token, Duration life) {
        SetArgs ends = SetArgs.Builder.px(life.toMillis());
        return ask(commands -> commands.set(key(ticket), token.value(), ends)).thenApply(_ -> null);
    }

    @Override
    public CompletionStage<Optional<WaitTokenHash>> take(Ticket ticket) {
        return ask(commands -> commands.getdel(key(ticket)))
                .thenApply(found -> Optional.ofNullable(found).map(WaitTokenHash::new));
    }

    private <T extends @Nullable Object> CompletableFuture<T> ask(
            Function<RedisClusterAsyncCommands<String, String>, CompletionStage<T>> question) {
        @Nullable Live live = reach.live();
        if (live == null) {
            return CompletableFuture.failedFuture(away());
        }
        return question.apply(live.commands())
                .handle((answer, failure) -> {
                    if (failure != null) {
                        reach.failed(live, failure);
                        throw away();
                    }
                    reach.answered(live);
                    return answer;
                })
                .toCompletableFuture();
    }

    private static String key(Ticket ticket) {
        return PREFIX + ticket.hash();
    }

    private static ProblemException away() {
        return Problem.UNAVAILABLE.because("There are no tickets just now; watch with the Authorization header.");
    }

    @Override
    public void close() {
        reach.close();
    }
}
