/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart.acme;

import java.util.Optional;
import org.springframework.web.reactive.function.server.ServerRequest;

/** What asks, in words for the person who may have to say that it is not theirs. */
final class Device {

    private Device() {}

    static String of(ServerRequest request) {
        String agent =
                Optional.ofNullable(request.headers().firstHeader("User-Agent")).orElse("");
        String browser = agent.contains("Firefox") ? "Firefox" : agent.contains("Chrome") ? "Chrome" : "A browser";
        String system = agent.contains("Android")
                ? "Android"
                : agent.contains("iPhone") ? "an iPhone" : agent.contains("Windows") ? "Windows" : "a computer";
        return browser + " on " + system;
    }
}
