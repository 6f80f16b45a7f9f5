/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.web;

import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Serves a folder of pages and some routes on loopback, with headers that allow nothing from elsewhere. */
public final class PageServer implements AutoCloseable {

    private final DisposableServer server;

    private PageServer(DisposableServer server) {
        this.server = server;
    }

    /**
     * Starts a server.
     *
     * @param port a free port
     * @param folder the pages, a folder of the class path
     * @param connect what the pages may connect to beside their own origin
     * @param routes what the pages call
     */
    public static PageServer start(int port, String folder, String connect, RouterFunction<ServerResponse> routes) {
        String policy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' "
                        + connect + "; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        RouterFunction<ServerResponse> all = RouterFunctions.route()
                .GET(
                        "/",
                        _ -> ServerResponse.ok()
                                .contentType(MediaType.TEXT_HTML)
                                .bodyValue(new ClassPathResource(folder + "/index.html")))
                .add(routes)
                .resources("/**", new ClassPathResource(folder + "/"))
                .build();
        HttpHandler handler = RouterFunctions.toHttpHandler(all.filter((request, next) -> {
            protect(request.exchange().getResponse().getHeaders(), policy);
            return next.handle(request);
        }));
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(port)
                .handle(new ReactorHttpHandlerAdapter(handler))
                .bindNow();
        return new PageServer(server);
    }

    private static void protect(HttpHeaders headers, String policy) {
        headers.set("Content-Security-Policy", policy);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Cache-Control", "no-store");
    }

    @Override
    public void close() {
        server.disposeNow();
    }
}
