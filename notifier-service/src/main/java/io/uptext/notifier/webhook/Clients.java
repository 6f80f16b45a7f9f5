/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.netty.channel.ChannelOption;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.resolver.AddressResolverGroup;
import io.uptext.platform.outbound.GuardedNames;
import io.uptext.platform.outbound.LoopbackUrls;
import io.uptext.platform.outbound.PublicAddresses;
import io.uptext.platform.outbound.PublicUrls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.SslProvider;

/**
 * Where a URL may be called from here, and how (server-side request forgery: CWE-918): over TLS at public addresses, and
 * besides at those origins of this machine that the operator has named. Threads, names and connections are webhooks' own, so
 * that targets which hang delay nobody but each other.
 */
final class Clients implements AutoCloseable {

    /**
     * To one host: as many as there are places of webhooks there ({@link Sender#MOST_AT_ONCE}). A bound of its own would let some
     * that hang delay the others, which may be other relying parties'.
     */
    private static final int MOST_CONNECTIONS = Integer.MAX_VALUE;

    private static final int THREADS = 2;
    private static final int LONGEST_STATUS_LINE = 4096;
    private static final Duration POOLS_ARE_LOOKED_AT = Duration.ofMinutes(1);

    private final LoopResources threads = LoopResources.create("webhooks", THREADS, true);
    private final ConnectionProvider connections;
    private final GuardedNames publicNames;
    private final GuardedNames ownNames;
    private final HttpClient open;
    private final HttpClient own;
    private final Set<String> allowed;

    /**
     * Clients.
     *
     * @param allowed origins of this machine, as {@link LoopbackUrls#origin} gives them
     */
    static Clients of(Set<String> allowed, Limits limits) {
        return new Clients(allowed, limits, new PublicNames(), PublicAddresses::isPublic, null);
    }

    /**
     * For tests: with other names and authorities.
     *
     * @param trust whose certificates are good; absent for those that Java trusts
     */
    Clients(
            Set<String> allowed,
            Limits limits,
            AddressResolverGroup<InetSocketAddress> names,
            Predicate<InetAddress> mayBeCalled,
            @Nullable SslContext trust) {
        this.allowed = Set.copyOf(allowed);
        connections = ConnectionProvider.builder("webhooks")
                .maxConnections(MOST_CONNECTIONS)
                .pendingAcquireMaxCount(-1)
                .pendingAcquireTimeout(limits.whole())
                .maxIdleTime(limits.idle())
                .evictInBackground(limits.idle())
                .disposeInactivePoolsInBackground(POOLS_ARE_LOOKED_AT, POOLS_ARE_LOOKED_AT)
                .build();
        publicNames = new GuardedNames(names, mayBeCalled);
        ownNames = new GuardedNames(new PublicNames(), InetAddress::isLoopbackAddress);
        SslProvider tls = tls(trust == null ? javas() : trust, limits.whole());
        open = client(limits).resolver(publicNames).secure(tls);
        own = client(limits).resolver(ownNames);
    }

    private HttpClient client(Limits limits) {
        return HttpClient.create(connections)
                // Not the transport of the system, which has another kind of channel for names.
                .runOn(threads, false)
                .protocol(HttpProtocol.HTTP11)
                .followRedirect(false)
                // An attempt is one request: who repeats it signs it anew.
                .disableRetry(true)
                .noProxy()
                .doOnConnected(connection -> connection.addHandlerLast(new EarlyHints()))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.max(1, (int)
                        limits.whole().dividedBy(GuardedNames.MOST_ADDRESSES).toMillis()))
                .httpResponseDecoder(decoder ->
                        decoder.maxInitialLineLength(LONGEST_STATUS_LINE).maxHeaderSize(limits.headers()));
    }

    private static SslProvider tls(SslContext trust, Duration patience) {
        return SslProvider.builder()
                .sslContext(trust)
                .handshakeTimeout(patience)
                .handlerConfigurator(handler -> {
                    // Netty does so anyway since 4.2; but this is not to hang on a default.
                    SSLParameters parameters = handler.engine().getSSLParameters();
                    parameters.setEndpointIdentificationAlgorithm("HTTPS");
                    handler.engine().setSSLParameters(parameters);
                })
                .build();
    }

    private static SslContext javas() {
        try {
            return SslContextBuilder.forClient().build();
        } catch (SSLException e) {
            throw new IllegalStateException("every Java platform has TLS", e);
        }
    }

    /** What a URL may be called with, or empty where it must not be called. */
    Optional<HttpClient> to(URI url) {
        String text = url.toString();
        Optional<String> origin = LoopbackUrls.origin(text);
        if (origin.isPresent()) {
            return origin.filter(allowed::contains).map(_ -> own);
        }
        try {
            // The registry has asked that already. It costs nothing, and somebody else may call us some day.
            PublicUrls.parse(text);
            return Optional.of(open);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        connections.dispose();
        publicNames.close();
        ownNames.close();
        threads.dispose();
    }
}
