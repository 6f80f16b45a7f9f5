/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.Load;
import io.uptext.chaos.load.LoadSettings;
import io.uptext.chaos.stage.Stage;
import io.uptext.chaos.stage.Verifier;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Verifiers die at random moments, one after the other and some before the last is back. */
record KillVerifiers(int kills, int perSecond) implements Scenario {

    private static final Duration SHORTEST_PEACE = Duration.ofMillis(500);
    private static final Duration LONGEST_PEACE = Duration.ofSeconds(5);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);

    @Override
    public String name() {
        return "kill-verifiers";
    }

    @Override
    public LoadSettings load(Pepper pepper) {
        return new LoadSettings(LoadSettings.FOREVER, perSecond, FlushAll.SHORTEST, FlushAll.LONGEST, pepper);
    }

    @Override
    public Harm strike(Stage stage, Load load, Random random, Clock clock, Consumer<String> say) throws Exception {
        List<Verifier> verifiers = stage.verifiers();
        Map<Verifier, CompletableFuture<Void>> starts = new HashMap<>();
        Instant at = clock.instant();
        try (ExecutorService threads = Executors.newFixedThreadPool(verifiers.size())) {
            for (int kill = 1; kill <= kills; kill++) {
                Pause.of(Pause.between(SHORTEST_PEACE, LONGEST_PEACE, random));
                Verifier victim = verifiers.get(random.nextInt(verifiers.size()));
                starts.getOrDefault(victim, CompletableFuture.completedFuture(null))
                        .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
                victim.kill();
                at = clock.instant();
                say.accept("kill %d of %d: verifier %d".formatted(kill, kills, victim.number()));
                starts.put(victim, CompletableFuture.runAsync(victim::start, threads));
            }
            for (CompletableFuture<Void> start : starts.values()) {
                start.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        }
        Instant back = clock.instant();
        Pause.of(LONGEST_PEACE);
        load.stop();
        return new Harm(kills + " kills of verifiers", at, back);
    }
}
