/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.simulator.SimulatedRequest;
import java.net.URI;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Changes a parameter of a form, a query or a JSON object, whichever has it. */
final class Parameters {

    private Parameters() {}

    static SimulatedRequest without(SimulatedRequest request, String name) {
        return change(request, name, _ -> "");
    }

    /** With a second one of another value. */
    static SimulatedRequest twice(SimulatedRequest request, String name) {
        return change(
                request, name, found -> (found.startsWith("\"") ? "\"" + name + "\":\"0\"," : name + "=0&") + found);
    }

    static SimulatedRequest empty(SimulatedRequest request, String name) {
        return change(request, name, found -> found.replaceFirst("(=|\":\")[^&\"]*", "$1"));
    }

    private static SimulatedRequest change(SimulatedRequest request, String name, UnaryOperator<String> change) {
        Pattern written = Pattern.compile("\\b" + name + "=[^&]*&?|\"" + name + "\":\"[^\"]*\",");
        String body = new String(request.body(), ISO_8859_1);
        return request.withBody(change(body, written, change).getBytes(ISO_8859_1))
                .to(URI.create(change(request.url().toString(), written, change)));
    }

    private static String change(String text, Pattern written, UnaryOperator<String> change) {
        return written.matcher(text).replaceFirst(found -> change.apply(found.group()));
    }
}
