/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.platform.PlatformAutoConfiguration;
import io.uptext.testkit.process.Lifeline;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The Spring Boot application that one would write without Uptext: a WebFlux handler that appends what comes to Kafka and
 * says yes once Kafka has it. It believes everybody.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = PlatformAutoConfiguration.class)
class BareWebFluxProgram {

    /** Serves on the port of loopback that is named first, in front of the Kafka that is named second. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> new SpringApplicationBuilder(BareWebFluxProgram.class)
                .web(WebApplicationType.REACTIVE)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=" + arguments[0],
                        "--spring.kafka.bootstrap-servers=" + arguments[1]));
    }

    @Bean
    Appending kafka(KafkaProperties properties) {
        return new Appending(properties);
    }

    @Bean
    RouterFunction<ServerResponse> route(Appending kafka) {
        return RouterFunctions.route()
                .POST(Contender.PATH, request -> append(request, kafka))
                .build();
    }

    private static Mono<ServerResponse> append(ServerRequest request, Appending kafka) {
        return DataBufferUtils.join(request.bodyToFlux(DataBuffer.class))
                .flatMap(buffer -> Mono.fromFuture(kafka.append(take(buffer))))
                .then(ServerResponse.ok().build());
    }

    private static byte[] take(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
