/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** People who wait while a notifier dies, on real processes; {@code ./uptext chaos watchers} does more, to more of them. */
class WatcherLossTests {

    private static final int WATCHERS = 40;
    private static final int SIGN_INS = 240;
    private static final int PER_SECOND = 12;

    @Test
    @Timeout(150)
    void everyWatcherLearnsItsOutcomeWhenANotifierIsKilledOneFreezesAndRedisForgets() throws Exception {
        Played.keepsEveryPromise(
                new Watchers(
                        WATCHERS,
                        SIGN_INS,
                        PER_SECOND,
                        Watchers.Patience.SHORT,
                        List.of(Blows::killNotifier, Blows::killRedis, Blows::freezeNotifier)),
                1);
    }
}
