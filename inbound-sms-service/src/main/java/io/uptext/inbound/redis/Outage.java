/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.redis;

import io.lettuce.core.RedisCommandExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells of what is wrong with Redis, once and not for each question; of no exception more than its class, since it could quote a command. */
final class Outage {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);

    private final AtomicBoolean silent = new AtomicBoolean();
    private final AtomicBoolean refused = new AtomicBoolean();
    private volatile boolean over;

    /** Redis has not answered. */
    void begins(Throwable reason) {
        if (!over && silent.compareAndSet(false, true)) {
            log.warn("Redis does not answer ({})", reason.getClass().getSimpleName());
        }
    }

    /** It answers. */
    void ends() {
        if (silent.compareAndSet(true, false)) {
            log.info("Redis answers again");
        }
    }

    /** Its answer is no, such as {@code OOM}. */
    void isRefused(RedisCommandExecutionException no) {
        if (refused.compareAndSet(false, true)) {
            log.warn(
                    "Redis has refused a command: {}",
                    String.valueOf(no.getMessage()).split(" ", 2)[0]);
        }
    }

    /** We leave: what fails from now on is no news. */
    void ignoreFromNow() {
        over = true;
    }
}
