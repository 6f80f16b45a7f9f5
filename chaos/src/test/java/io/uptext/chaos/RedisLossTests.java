/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Redis forgets in the middle of 2,000 sign-ins costs seconds and no sign-in. */
class RedisLossTests {

    private static final int SIGN_INS = 2_000;
    private static final int PER_SECOND = 200;

    @Test
    @Timeout(150)
    void signInsEndAsTheyMustWhenRedisIsFlushedInTheirMiddle() throws Exception {
        Played.keepsEveryPromise(new FlushAll(SIGN_INS, PER_SECOND), 2);
    }

    @Test
    @Timeout(150)
    void signInsEndAsTheyMustWhenRedisIsKilledInTheirMiddleAndComesBackEmpty() throws Exception {
        Played.keepsEveryPromise(new RedisKill(SIGN_INS, PER_SECOND), 2);
    }
}
