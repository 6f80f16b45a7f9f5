/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;

/** The consumer threads of this instance, started and stopped together. */
public final class Listeners implements SmartLifecycle {

    private final List<KafkaMessageListenerContainer<byte[], byte[]>> containers;
    private volatile boolean running;

    Listeners(List<KafkaMessageListenerContainer<byte[], byte[]>> containers) {
        this.containers = List.copyOf(containers);
    }

    /** One for each thread. */
    public List<KafkaMessageListenerContainer<byte[], byte[]>> containers() {
        return containers;
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
