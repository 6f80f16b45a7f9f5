/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.kafka;

import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;

/** Publishers without a broker. */
public final class Publishers {

    private Publishers() {}

    /** One that sends through a producer of a test's own. */
    public static EventPublisher through(Producer<byte[], byte[]> producer) {
        return new EventPublisher(producer, "test", Clock.systemUTC(), System::nanoTime);
    }
}
