/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import java.time.Duration;
import java.util.List;

/**
 * Looks names up at the system's name servers and in its hosts file, without a thread for each name that hangs.
 *
 * <p>A name is taken as it is written. The system's search domains would make another one of it, of a cluster or a
 * company, before the internet is asked.
 */
final class PublicNames extends DnsAddressResolverGroup {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** However long an answer says that it may be kept. */
    private static final int LONGEST_KEPT_SECONDS = 300;

    PublicNames() {
        super(new DnsNameResolverBuilder()
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .searchDomains(List.of())
                .ndots(1)
                .ttl(0, LONGEST_KEPT_SECONDS)
                .queryTimeoutMillis(PATIENCE.toMillis()));
    }
}
