/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.SimulatedRequest;
import java.util.Base64;
import java.util.function.Function;

/** Changes the JSON Web Token in a header, which may stand behind the name of a scheme. */
final class Tokens {

    private Tokens() {}

    /** With another algorithm in its header, and the signature that it had, or none. */
    static SimulatedRequest relabel(SimulatedRequest request, String header, String algorithm, boolean signed) {
        String label = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}").getBytes(UTF_8));
        return change(request, header, parts -> label + "." + parts[1] + "." + (signed ? parts[2] : ""));
    }

    static SimulatedRequest unsigned(SimulatedRequest request, String header) {
        return change(request, header, parts -> parts[0] + "." + parts[1] + ".");
    }

    private static SimulatedRequest change(SimulatedRequest request, String header, Function<String[], String> change) {
        String value = request.header(header).orElseThrow();
        int start = value.lastIndexOf(' ') + 1;
        String[] parts = value.substring(start).split("\\.", -1);
        return request.without(header).with(header, value.substring(0, start) + change.apply(parts));
    }
}
