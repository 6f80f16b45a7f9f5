/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.view.ChallengeStatus;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VisitsTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Scene scene = Scene.open();

    @Test
    void who_comes_before_the_challenge_is_in_view_is_let_in_when_it_is() throws Exception {
        CompletableFuture<@Nullable Visit> visit = find(LONG, 7);
        assertThat(visit).isNotDone();
        scene.with(Scene.created(Scene.PHONE, Scene.BACK, null));

        Visit found = Objects.requireNonNull(visit.get(20, TimeUnit.SECONDS));
        assertThat(found.seen().status()).isEqualTo(ChallengeStatus.PENDING);
        assertThat(found.issued().text()).isEqualTo("ACME LOGIN 7KQ4M2XHC");
        assertThat(found).hasToString("Visit[" + Scene.ID + "]");
    }

    @Test
    void who_has_another_token_waits_as_long_as_who_has_come_for_nothing() throws Exception {
        scene.with(Scene.created(Scene.PHONE, Scene.BACK, null));
        CompletableFuture<@Nullable Visit> strange = find(LONG, 8);
        assertThat(find(Duration.ofMillis(20), 8).get(20, TimeUnit.SECONDS)).isNull();
        assertThat(strange).isNotDone();
        strange.cancel(true);
    }

    private CompletableFuture<@Nullable Visit> find(Duration patience, int token) {
        return new Visits(scene.view, _ -> Optional.of(Scene.acme("Acme", "https://acme.example")), patience)
                .find(Scene.ID, Scene.token(token))
                .toFuture();
    }
}
