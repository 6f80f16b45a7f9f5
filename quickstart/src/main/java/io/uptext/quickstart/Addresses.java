/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.testkit.backend.Ports;
import java.net.URI;

/**
 * Where everything listens, on loopback.
 *
 * @param acme the demo site
 * @param phone the phone simulator
 * @param challenge challenge-service
 * @param inbound inbound-sms-service
 * @param notifier notifier-service
 * @param smsc an SMSC, where inbound-sms-service binds if there is one
 * @param api Swagger UI
 */
public record Addresses(int acme, int phone, int challenge, int inbound, int notifier, int smsc, int api) {

    /** Free ports for all. */
    public static Addresses free() {
        return new Addresses(
                Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());
    }

    /** The ports that the services have unless they are configured, where they are free; our examples name them. */
    static Addresses usual() {
        return new Addresses(
                Ports.free(),
                Ports.free(),
                Ports.preferably(8081),
                Ports.preferably(8082),
                Ports.preferably(8084),
                Ports.preferably(2775),
                Ports.free());
    }

    /** Seven ports in a row. */
    static Addresses from(int first) {
        return new Addresses(first, first + 1, first + 2, first + 3, first + 4, first + 5, first + 6);
    }

    /** That of a port here. */
    public static String url(int port) {
        return "http://127.0.0.1:" + port;
    }

    URI watchUrl() {
        return URI.create(url(notifier) + "/v1/watch");
    }
}
