/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.platform.PlatformAutoConfiguration;
import io.uptext.testkit.process.Lifeline;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/**
 * The least that could be asked for a challenge: a WebFlux handler that reads the body, appends the record of some challenge,
 * written beforehand, and says 201 once Kafka has it. It believes everybody, and makes neither code nor token nor picture.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = PlatformAutoConfiguration.class)
class BareCreationProgram {

    private final ReadyRecords records = ReadyRecords.write();
    private final AtomicInteger next = new AtomicInteger();

    /** Serves on the port of loopback that is named first, in front of the Kafka that is named second. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> new SpringApplicationBuilder(BareCreationProgram.class)
                .web(WebApplicationType.REACTIVE)
                .run(
                        "--server.address=127.0.0.1",
                        "--server.port=" + arguments[0],
                        "--spring.kafka.bootstrap-servers=" + arguments[1]));
    }

    /** What is asked for. */
    record Wanted(@Nullable String msisdn, @Nullable Map<String, String> context) {}

    @Bean
    Appending kafka(KafkaProperties properties) {
        return new Appending(properties);
    }

    @Bean
    RouterFunction<ServerResponse> route(Appending kafka) {
        return RouterFunctions.route()
                .POST(Creator.PATH, request -> create(request, kafka))
                .build();
    }

    private Mono<ServerResponse> create(ServerRequest request, Appending kafka) {
        return request.bodyToMono(Wanted.class)
                .flatMap(_ -> Mono.fromFuture(kafka.append(records.get(next.getAndIncrement()))))
                .then(ServerResponse.status(HttpStatus.CREATED).build());
    }
}
