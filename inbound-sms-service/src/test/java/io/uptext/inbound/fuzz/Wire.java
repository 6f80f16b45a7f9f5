/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.http.Ingress;
import io.uptext.inbound.rules.Setup;
import io.uptext.inbound.rules.Setups;
import io.uptext.simulator.SimulatedRequest;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request to one of the doors as a file that people can read: the title of a setup, method and query, headers, an empty line
 * and the body.
 */
final class Wire {

    private static final Map<String, Setup> BY_TITLE =
            Setups.all().stream().collect(Collectors.toMap(Setup::title, Function.identity()));
    private static final List<Setup> ALL = Setups.all();

    private final Setup setup;
    private final RawRequest request;

    private Wire(Setup setup, RawRequest request) {
        this.setup = setup;
        this.request = request;
    }

    Setup setup() {
        return setup;
    }

    RawRequest request() {
        return request;
    }

    /** Reads whatever it is: a title that no setup has still means one of them. */
    static Wire read(byte[] input) {
        int end = endOfHead(input);
        String[] lines = new String(input, 0, end, ISO_8859_1).split("\n", -1);
        Setup setup = BY_TITLE.getOrDefault(lines[0], ALL.get(Math.floorMod(lines[0].hashCode(), ALL.size())));
        String[] target = (lines.length > 1 ? lines[1] : "POST").split("\\?", 2);
        List<String[]> headers = Arrays.stream(lines)
                .skip(2)
                .map(line -> line.split(": ", 2))
                .filter(header -> header.length == 2)
                .toList();
        Set<String> methods = setup.connector().door().methods(setup.connector());
        String method =
                methods.contains(target[0]) ? target[0] : methods.iterator().next();
        return new Wire(setup, request(method, target.length == 2 ? target[1] : null, headers, body(input, end)));
    }

    private static RawRequest request(String method, @Nullable String query, List<String[]> headers, byte[] body) {
        return new RawRequest(
                method,
                name -> headers.stream()
                        .filter(header -> header[0].equalsIgnoreCase(name))
                        .map(header -> header[1])
                        .toList(),
                query,
                body,
                Ingress.NOW,
                Set.of());
    }

    private static int endOfHead(byte[] input) {
        for (int at = 1; at < input.length; at++) {
            if (input[at] == '\n' && input[at - 1] == '\n') {
                return at - 1;
            }
        }
        return input.length;
    }

    private static byte[] body(byte[] input, int endOfHead) {
        return Arrays.copyOfRange(input, Math.min(endOfHead + 2, input.length), input.length);
    }

    /** Writes what one would read. */
    static byte[] write(Setup setup, SimulatedRequest request) {
        String query = request.url().getRawQuery();
        String head = Stream.concat(
                        Stream.of(setup.title(), request.method() + (query == null ? "" : "?" + query)),
                        request.headers().stream().map(header -> header.name() + ": " + header.value()))
                .collect(Collectors.joining("\n", "", "\n\n"));
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        written.writeBytes(head.getBytes(ISO_8859_1));
        written.writeBytes(request.body());
        return written.toByteArray();
    }
}
