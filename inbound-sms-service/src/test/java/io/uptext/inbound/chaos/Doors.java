/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import io.uptext.inbound.InboundSmsService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;

/** The real service with a connector for each page. */
final class Doors implements AutoCloseable {

    private static final String PEPPER = "c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==";

    private final ConfigurableApplicationContext context;

    private Doors(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts it on a free port of loopback.
     *
     * @param faults configurations with beans that take the place of good ones
     */
    static Doors open(List<ConnectorPage> pages, String kafka, String redis, List<Class<?>> faults) {
        Map<String, Object> connectors = new HashMap<>();
        pages.forEach(page -> connectors.putAll(page.settings()));
        return new Doors(InboundSmsService.application()
                .sources(faults.toArray(Class<?>[]::new))
                .properties(connectors)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--management.server.port=-1",
                        "--server.shutdown=immediate",
                        "--logging.level.org.apache.kafka=ERROR",
                        "--spring.kafka.bootstrap-servers=" + kafka,
                        "--uptext.redis.uri=" + redis,
                        "--uptext.inbound.pepper=" + PEPPER));
    }

    int port() {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
