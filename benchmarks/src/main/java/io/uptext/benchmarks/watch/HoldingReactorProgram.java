/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.uptext.testkit.process.Lifeline;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** A plain route of reactor-netty, and one timer for the heartbeats of all. */
final class HoldingReactorProgram {

    private final Map<Channel, MonoSink<ByteBuf>> waiting = new ConcurrentHashMap<>();

    private HoldingReactorProgram() {}

    /** Serves on the port of loopback that is named first. */
    public static void main(String[] arguments) throws Exception {
        HoldingReactorProgram holder = new HoldingReactorProgram();
        Lifeline.hold(() -> {
            DisposableServer server = HttpServer.create()
                    .host("127.0.0.1")
                    .port(Integer.parseInt(arguments[0]))
                    .route(routes -> routes.get(Wire.PATH, holder::hold).post(Wire.TELL, holder::tell))
                    .bindNow();
            Disposable heartbeats = Flux.interval(Wire.HEARTBEAT).subscribe(_ -> holder.beat());
            return () -> {
                heartbeats.dispose();
                server.disposeNow();
            };
        });
    }

    private Publisher<Void> hold(HttpServerRequest request, HttpServerResponse response) {
        Channel[] channel = new Channel[1];
        request.withConnection(connection -> channel[0] = connection.channel());
        Channel own = channel[0];
        Mono<ByteBuf> told =
                Mono.<ByteBuf>create(sink -> waiting.put(own, sink)).doFinally(_ -> waiting.remove(own));
        return response.header("Cache-Control", "no-store")
                .header("X-Accel-Buffering", "no")
                .sse()
                .send(Flux.concat(Mono.just(Wire.state()), told), _ -> true);
    }

    private Publisher<Void> tell(HttpServerRequest request, HttpServerResponse response) {
        waiting.forEach((channel, sink) -> channel.eventLoop().execute(() -> sink.success(Wire.outcome())));
        return response.status(204).send();
    }

    private void beat() {
        for (Channel each : waiting.keySet()) {
            var _ = each.writeAndFlush(new DefaultHttpContent(Wire.comment()), each.voidPromise());
        }
    }
}
