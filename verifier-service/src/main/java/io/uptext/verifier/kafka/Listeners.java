/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** The consumer threads of this instance, started and stopped together. */
public final class Listeners implements SmartLifecycle {

    private final List<KafkaMessageListenerContainer<byte[], byte[]>> containers;
    private final List<Pulse> pulses;
    private volatile boolean running;

    Listeners(List<KafkaMessageListenerContainer<byte[], byte[]>> containers, List<Pulse> pulses) {
        this.containers = List.copyOf(containers);
        this.pulses = List.copyOf(pulses);
    }

    /** One for each thread. */
    public List<KafkaMessageListenerContainer<byte[], byte[]>> containers() {
        return containers;
    }

    /** Signs of life of each, in the same order. */
    public List<Pulse> pulses() {
        return pulses;
    }

    @Override
    public void start() {
        containers.forEach(KafkaMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.parallelStream().forEach(KafkaMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
