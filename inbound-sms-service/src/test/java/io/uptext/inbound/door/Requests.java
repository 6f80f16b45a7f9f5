/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import io.uptext.simulator.SimulatedRequest;
import java.time.Instant;
import java.util.Set;

/** What the simulator sends, as doors see it. */
public final class Requests {

    private Requests() {}

    /** The request as it is received at a time, from a client that has shown certificates with these fingerprints. */
    public static RawRequest raw(SimulatedRequest request, Instant receivedAt, String... clientCertificates) {
        return new RawRequest(
                request.method(),
                name -> request.headers().stream()
                        .filter(header -> header.name().equalsIgnoreCase(name))
                        .map(SimulatedRequest.Header::value)
                        .toList(),
                request.url().getRawQuery(),
                request.body(),
                receivedAt,
                Set.of(clientCertificates));
    }
}
