/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import io.uptext.simulator.traffic.Load;

/** A way for messages into Kafka. */
public sealed interface Way extends AutoCloseable permits SmppService, RawProducer {

    /** Its name for people. */
    String title();

    /** The process that is measured. */
    ProcessHandle process();

    /**
     * Sends messages, and waits until all are acknowledged.
     *
     * @param load of which the concurrency is the window
     * @throws IllegalStateException if one of them is not
     */
    Acknowledged send(Load load) throws Exception;

    @Override
    void close();
}
