/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.http.server.reactive.HttpHandler;

/**
 * Makes no server where the port is negative, as Boot's other factories do: the verifier has nothing to serve but its
 * management port. Boot makes that server by another instance of the same class.
 */
final class OptionalWebServerFactory extends NettyReactiveWebServerFactory {

    @Override
    public WebServer getWebServer(HttpHandler handler) {
        return getPort() < 0 ? new None() : super.getWebServer(handler);
    }

    private static final class None implements WebServer {

        @Override
        public void start() {
            // There is none.
        }

        @Override
        public void stop() {
            // There is none.
        }

        @Override
        public int getPort() {
            return -1;
        }
    }
}
