/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.hook.Mood;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A relying party that cannot be called for a while, on real processes; {@code ./uptext chaos webhooks} does more. */
class WebhookLossTests {

    private static final int SIGN_INS = 300;
    private static final int PER_SECOND = 15;

    @Test
    @Timeout(240)
    void everyOutcomeIsDeliveredWhenATargetHangsAndThenANotifierIsKilled() throws Exception {
        Played.keepsEveryPromise(
                new Webhooks(
                        SIGN_INS,
                        PER_SECOND,
                        FlushAll.SHORTEST,
                        FlushAll.LONGEST,
                        List.of(Webhooks.outage(Mood.HANGING), Blows::killNotifier)),
                1);
    }
}
