/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.load.LoadSettings;
import io.uptext.chaos.stage.Instance;
import io.uptext.contracts.vocabulary.Pepper;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

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
    public Harm strike(Scene scene) throws Exception {
        List<Instance> verifiers = scene.stage().verifiers();
        Map<Instance, CompletableFuture<Void>> starts = new HashMap<>();
        Instant at = scene.now();
        try (ExecutorService threads = Executors.newFixedThreadPool(verifiers.size())) {
            for (int kill = 1; kill <= kills; kill++) {
                Pause.of(Pause.between(SHORTEST_PEACE, LONGEST_PEACE, scene.random()));
                Instance victim = verifiers.get(scene.random().nextInt(verifiers.size()));
                starts.getOrDefault(victim, CompletableFuture.completedFuture(null))
                        .get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
                victim.kill();
                at = scene.now();
                scene.say("kill %d of %d: verifier %d".formatted(kill, kills, victim.number()));
                starts.put(victim, CompletableFuture.runAsync(victim::start, threads));
            }
            for (CompletableFuture<Void> start : starts.values()) {
                start.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
            }
        }
        Instant back = scene.now();
        Pause.of(LONGEST_PEACE);
        scene.load().stop();
        return new Harm(kills + " kills of verifiers", at, back);
    }
}
