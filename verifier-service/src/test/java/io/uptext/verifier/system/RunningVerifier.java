/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import io.uptext.verifier.VerifierService;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The service as it is, in this process, by the clock of a world. */
final class RunningVerifier implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private RunningVerifier(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static RunningVerifier start(World world, String... settings) {
        return new RunningVerifier(VerifierService.application()
                .initializers(context ->
                        ((GenericApplicationContext) context).registerBean("movableClock", Clock.class, world::clock))
                .run(Stream.concat(
                                Stream.of(
                                        "--spring.kafka.bootstrap-servers=" + world.bootstrapServers(),
                                        "--uptext.redis.uri=" + world.redisUri(),
                                        // A busy machine is not what is tested here.
                                        "--uptext.redis.timeout=2s",
                                        "--uptext.verifier.pepper=" + world.pepper(),
                                        "--uptext.verifier.group=" + Log.GROUP,
                                        "--management.server.port=-1"),
                                Arrays.stream(settings))
                        .toArray(String[]::new)));
    }

    @Override
    public void close() {
        context.close();
    }
}
