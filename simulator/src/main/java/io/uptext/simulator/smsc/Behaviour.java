/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** How an SMSC behaves just now. */
final class Behaviour {

    volatile Faults faults;
    volatile int bindStatus;

    /** What the next bind gets before its answer. */
    final AtomicReference<@Nullable Provocation> early = new AtomicReference<>();

    /** What somebody wants to know the reaction to. */
    final AtomicReference<@Nullable Provocation> provocation = new AtomicReference<>();

    private final AtomicLong messages = new AtomicLong();

    Behaviour(SmscSettings settings) {
        faults = settings.faults();
        bindStatus = settings.bindStatus();
    }

    /** A message is sent for the first time: says what goes wrong before it, and marks whether its answer is lost. */
    @Nullable
    WrongPdu first(Delivery delivery) {
        Faults now = faults;
        long number = messages.incrementAndGet();
        delivery.loss = isDue(now.cutEvery(), number)
                ? Delivery.Loss.WITH_THE_LINK
                : isDue(now.loseEvery(), number) ? Delivery.Loss.ALONE : Delivery.Loss.NONE;
        return now.wrong() != WrongPdu.DELIVER_BEFORE_BIND_RESP && number % now.wrongEvery() == 0 ? now.wrong() : null;
    }

    private static boolean isDue(long every, long number) {
        return every > 0 && number % every == 0;
    }
}
