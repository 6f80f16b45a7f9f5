/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import io.uptext.notifier.watch.Admission;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.server.HttpServerRequest;

/** Counts those who come by where they come from. */
final class AddressAdmission implements Admission {

    private static final String FORWARDED_FOR = "X-Forwarded-For";

    private final WatchLimits limits;
    private final ClientAddresses addresses;

    AddressAdmission(WatchLimits limits, ClientAddresses addresses) {
        this.limits = limits;
        this.addresses = addresses;
    }

    @Override
    public Guest admit(HttpServerRequest request) {
        @Nullable InetSocketAddress peer = request.remoteAddress();
        return limits.arrive(addresses.of(
                Objects.requireNonNull(peer, "whoever has connected has an address")
                        .getAddress(),
                request.requestHeaders().getAll(FORWARDED_FOR)));
    }
}
