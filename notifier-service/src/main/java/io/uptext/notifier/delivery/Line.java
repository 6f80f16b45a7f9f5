/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import java.time.Instant;

/** One thing after the other: what is executed here never runs beside anything else that is. */
interface Line {

    /** Soon. */
    void execute(Runnable task);

    /** Not before {@code time}. */
    void at(Instant time, Runnable task);
}
