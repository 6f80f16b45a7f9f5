/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.web;

import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Serves a folder of pages and some routes on loopback, with headers that allow little from elsewhere. */
public final class PageServer implements AutoCloseable {

    private final DisposableServer server;

    private PageServer(DisposableServer server) {
        this.server = server;
    }

    /**
     * What a site's pages are allowed beside their own origin.
     *
     * @param scripts whose scripts they may run, an origin or nothing
     * @param connect what they may connect to, an origin or nothing
     * @param forms where they may send forms, an origin or nothing
     */
    public record Allowed(String scripts, String connect, String forms) {

        /** Nothing. */
        public static final Allowed NOTHING = new Allowed("", "", "");

        private String policy() {
            return "default-src 'none'; script-src 'self' " + scripts + "; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self' " + connect + "; frame-ancestors 'none'; base-uri 'none'; form-action 'self' "
                    + forms;
        }
    }

    /**
     * Starts a server.
     *
     * @param port a free port
     * @param folder the pages, a folder of the class path
     * @param allowed what the pages may do
     * @param values what is filled into the first page
     * @param routes what the pages call
     */
    public static PageServer start(
            int port,
            String folder,
            Allowed allowed,
            Map<String, String> values,
            RouterFunction<ServerResponse> routes) {
        Page first = Page.of(folder + "/index.html");
        RouterFunction<ServerResponse> all = RouterFunctions.route()
                .GET("/", _ -> first.answer(values))
                .add(routes)
                .resources("/**", new ClassPathResource(folder + "/"))
                .build();
        HttpHandler handler = RouterFunctions.toHttpHandler(all.filter((request, next) -> {
            protect(request.exchange().getResponse().getHeaders(), allowed.policy());
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
