/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.resolver.DefaultAddressResolverGroup;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.tcp.TcpServer;

/** A real client before a real server on loopback, with nothing but the guard between them. */
class GuardedNamesTests {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicInteger connections = new AtomicInteger();
    private DisposableServer server;

    @BeforeEach
    void listen() {
        server = TcpServer.create()
                .host("127.0.0.1")
                .port(0)
                .doOnConnection(_ -> connections.incrementAndGet())
                .handle((_, out) -> out.sendString(Mono.just("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")))
                .bindNow();
    }

    @AfterEach
    void close() {
        server.disposeNow();
    }

    /** Some of these are addresses and some are names, to some who look them up. None gets through. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "0x7f.1",
                "0x7f000001",
                "0177.0.0.1",
                "2130706433",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::1]",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "user@127.0.0.1",
                "acme.example@127.0.0.1",
                "0.0.0.0",
                "0",
            })
    void no_spelling_of_this_machine_gets_through(String host) {
        assertThatThrownBy(() -> status(host, PublicAddresses::isPublic)).isInstanceOf(Exception.class);
        assertThat(connections).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "[::ffff:127.0.0.1]", "localhost", "0.0.0.0"})
    void the_guard_is_what_says_no(String host) {
        assertThatThrownBy(() -> status(host, PublicAddresses::isPublic))
                .rootCause()
                .isInstanceOf(ForbiddenAddressException.class)
                .hasMessageNotContaining(host);
    }

    /** Else the tests above would prove nothing. */
    @Test
    void without_it_the_server_is_reached() {
        assertThat(status("127.0.0.1", _ -> true)).isEqualTo(200);
        assertThat(status("127.0.0.1", InetAddress::isLoopbackAddress)).isEqualTo(200);
        assertThat(connections).hasValue(2);
    }

    private int status(String host, Predicate<InetAddress> mayBeCalled) {
        GuardedNames names = new GuardedNames(DefaultAddressResolverGroup.INSTANCE, mayBeCalled);
        InetSocketAddress address = (InetSocketAddress) server.address();
        Integer status = HttpClient.create(ConnectionProvider.newConnection())
                .resolver(names)
                .get()
                .uri("http://" + host + ":" + address.getPort() + "/")
                .responseSingle((response, _) -> Mono.just(response.status().code()))
                .block(PATIENCE);
        return status == null ? 0 : status;
    }
}
