/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A carrier that refuses us is not asked again and again, by however many binds. */
class LoginTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static SimulatedSmsc smsc() {
        return SimulatedSmsc.start(
                SmscSettings.builder().retryAfter(Duration.ofMillis(50)).build());
    }

    @Test
    void aPasswordThatIsRefusedIsNotTriedAgainAndAgain() throws Exception {
        try (SimulatedSmsc smsc = smsc();
                Receiver receiver = Receiver.at(List.of("wrong"), List.of(smsc.port()))) {
            await().until(() -> receiver.states().equals(List.of(BindState.REFUSED)));
            assertThat(smsc.statistics().bindsRefused()).isEqualTo(1);
        }
    }

    @Test
    void theOtherPasswordIsTriedWhereOneIsRefused() throws Exception {
        try (SimulatedSmsc smsc = smsc();
                Receiver _ = Receiver.at(List.of("old", "secret"), List.of(smsc.port()))) {
            assertThat(smsc.awaitBinds(1, PATIENCE)).isTrue();
            assertThat(smsc.statistics().bindsRefused()).isEqualTo(1);
        }
    }

    /** Some carriers lock the account after a few. */
    @Test
    void ofManyBindsOneTriesTheOldPasswordAndTheNewOneAndTheOthersWait() throws Exception {
        try (SimulatedSmsc smsc = smsc();
                Receiver receiver = Receiver.at(List.of("old", "older"), List.of(smsc.port()), "binds=16")) {
            await().until(() -> receiver.states().stream().allMatch(BindState.REFUSED::equals));
            assertThat(smsc.statistics().bindsRefused()).isEqualTo(2);
        }
    }

    @Test
    void afterThePauseStillOneTriesUntilThePasswordIsRightAndThenAllStand() throws Exception {
        try (SimulatedSmsc smsc = SimulatedSmsc.start(SmscSettings.builder()
                        .bindStatus(CommandStatus.RINVPASWD)
                        .build());
                Receiver receiver = Receiver.at(List.of(smsc.port()), "binds=16", "refused-pause=400ms")) {
            await().until(() -> smsc.statistics().bindsRefused() == 3);
            await().until(() -> receiver.states().stream().allMatch(BindState.REFUSED::equals));
            smsc.answerBindsWith(CommandStatus.ROK);

            assertThat(smsc.awaitBinds(16, PATIENCE)).isTrue();
            assertThat(smsc.statistics().bindsRefused()).isLessThan(5);
        }
    }

    @Test
    void thePasswordThatOneBindHasFoundToWorkIsTheOnlyOneThatTheOthersTry() throws Exception {
        try (SimulatedSmsc smsc = smsc();
                Receiver _ = Receiver.at(List.of("old", "secret"), List.of(smsc.port()), "binds=16")) {
            assertThat(smsc.awaitBinds(16, PATIENCE)).isTrue();
            assertThat(smsc.statistics().bindsRefused()).isEqualTo(1);
        }
    }
}
