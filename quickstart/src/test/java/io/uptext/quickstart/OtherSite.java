/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.uptext.element.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A site of another origin: one bare HTML file, under a policy that allows the element's script, its connection and its picture,
 * and nothing else, styles included.
 */
final class OtherSite implements AutoCloseable {

    static final String ORIGIN = "http://localhost:" + Running.OTHER_SITE;

    private static final String NOTIFIER =
            Addresses.url(Running.STACK.addresses().notifier());
    private static final String POLICY =
            "default-src 'none'; script-src 'self' %1$s; connect-src %1$s; img-src data:; ".formatted(NOTIFIER)
                    + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";

    private static final String PAGE = """
            <!doctype html>
            <html lang="de">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <meta name="color-scheme" content="light dark">
              <title>Bare</title>
              <script type="module" src="%s" integrity="%s" crossorigin="anonymous"></script>
              <script type="module" src="/site.js"></script>
            </head>
            <body><main><h1>Bare</h1><uptext-challenge><p slot="fallback">Oder rufen Sie uns an.</p></uptext-challenge></main></body>
            </html>
            """.formatted(NOTIFIER + Element.path(), Element.integrity());

    private static final String SCRIPT = """
            window.heard = [];
            window.violations = [];
            document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.violatedDirective));
            for (const type of ['confirmed', 'denied', 'expired', 'cancelled', 'failed']) {
              document.addEventListener(type, ({ detail }) => window.heard.push([type, detail.reason ?? ''].join(' ').trim()));
            }
            """;

    private final HttpServer server;

    OtherSite() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), Running.OTHER_SITE), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> answer(exchange, "text/html", PAGE));
        server.createContext("/site.js", exchange -> answer(exchange, "text/javascript", SCRIPT));
        server.start();
    }

    private static void answer(HttpExchange exchange, String type, String text) throws IOException {
        try (exchange) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type + ";charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
