/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.testkit.process.Lifeline;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** The same as {@link BareWebFluxProgram} without Spring: a plain route of reactor-netty. */
final class BareNettyProgram {

    private BareNettyProgram() {}

    /** Serves on the port of loopback that is named first, in front of the Kafka that is named second. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> {
            KafkaProperties properties = new KafkaProperties();
            properties.setBootstrapServers(List.of(arguments[1]));
            Appending kafka = new Appending(properties);
            DisposableServer server = HttpServer.create()
                    .host("127.0.0.1")
                    .port(Integer.parseInt(arguments[0]))
                    .route(routes -> routes.post(
                            Contender.PATH,
                            (request, response) -> request.receive()
                                    .aggregate()
                                    .asByteArray()
                                    .flatMap(body -> Mono.fromFuture(kafka.append(body)))
                                    .then(Mono.defer(() -> response.header("Content-Length", "0")
                                            .send()))))
                    .bindNow();
            return () -> {
                server.disposeNow();
                kafka.close();
            };
        });
    }
}
