/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.outbound.PublicAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.net.ServerSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Targets that lead inside (CWE-918). A server on loopback plays what must not be reached; where a test needs one that may
 * be, 127.0.0.2 counts as public.
 */
class ForbiddenTargetsTests {

    private static final String HOST = "hooks.acme.example";
    private static final Attempt FORBIDDEN = new Attempt.Failed(Flaw.FORBIDDEN_ADDRESS);

    @TempDir
    private static Path folder;

    private static Authority authority;

    private final Names names = new Names();
    private Receiver inside;

    @BeforeAll
    static void certify() throws Exception {
        authority = Authority.in(folder).certify("good", "-ext", "san=dns:" + HOST);
    }

    @BeforeEach
    void listen() throws Exception {
        inside = Receiver.of(Receiver.answering(Receiver.OK));
    }

    @AfterEach
    void nobodyHasComeIn() {
        assertThat(inside.connections()).isZero();
        inside.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://127.0.0.1:8443/",
                "https://0x7f.1/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[fd00:ec2::254]/",
                "https://10.0.0.1/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://localhost/",
                "https://hooks.acme.example./",
                "https://user@127.0.0.1/",
                "https://hooks.acme.example@127.0.0.1/",
                "https://redis.default.svc/",
                "http://hooks.acme.example/",
                "http://127.0.0.1/",
                "http://127.0.0.1:6379/",
                "http://localhost:9000/",
                "http://127.0.0.1:9000@hooks.acme.example/",
            })
    void what_the_registry_would_not_have_taken_is_not_called_either(String url) throws Exception {
        try (HttpSender sender = sender(PublicAddresses::isPublic)) {
            assertThat(Sending.send(sender, Sending.target(url))).isEqualTo(FORBIDDEN);
            assertThat(names.lookups()).isEmpty();
        }
    }

    @Test
    void this_machine_is_called_at_the_origins_that_are_named_and_nowhere_else() throws Exception {
        try (Receiver other = Receiver.of(Receiver.answering(Receiver.OK));
                HttpSender sender = Sending.toThisMachine(
                        Sending.secrets(Sending.SECRET),
                        Sending.SHORT,
                        Clock.systemUTC(),
                        other.origin(),
                        "http://localhost:" + other.port())) {
            assertThat(Sending.send(sender, Sending.target(other.origin() + "/x")))
                    .isEqualTo(new Attempt.Delivered(200));
            assertThat(Sending.send(sender, Sending.target("http://localhost:" + other.port() + "?x")))
                    .isEqualTo(new Attempt.Delivered(200));
            assertThat(Sending.send(sender, Sending.target(inside.origin()))).isEqualTo(FORBIDDEN);
            assertThat(Sending.send(sender, Sending.target("http://localhost:" + inside.port())))
                    .isEqualTo(FORBIDDEN);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "10.0.0.1",
                "172.16.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.0.1",
                "168.63.129.16",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fd00:ec2::254",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "ff02::1",
            })
    void a_good_name_that_leads_inside_is_not_called(String address) throws Exception {
        names.lead(HOST, new InetSocketAddress(InetAddress.ofLiteral(address), inside.port()));
        try (HttpSender sender = sender(PublicAddresses::isPublic)) {
            assertThat(Sending.send(sender, target("/"))).isEqualTo(FORBIDDEN);
            assertThat(names.lookups()).containsExactly(HOST);
        }
    }

    @Test
    void a_name_that_leads_outside_and_inside_is_not_called_at_all() throws Exception {
        try (Receiver outside = outside(Receiver.OK)) {
            names.lead(HOST, outside.address(), inside.address()).lead(HOST, inside.address(), outside.address());
            try (HttpSender sender = sender(ForbiddenTargetsTests::isSecond)) {
                assertThat(Sending.send(sender, target("/"))).isEqualTo(FORBIDDEN);
                assertThat(Sending.send(sender, target("/"))).isEqualTo(FORBIDDEN);
                assertThat(outside.connections()).isZero();
            }
        }
    }

    /** Were a name looked up once to judge and once to connect, the second would lead inside. */
    @Test
    void a_name_is_looked_up_once_for_a_connection_and_judged_each_time() throws Exception {
        try (Receiver outside = outside("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")) {
            names.lead(HOST, outside.address()).lead(HOST, inside.address());
            try (HttpSender sender = sender(ForbiddenTargetsTests::isSecond)) {
                assertThat(Sending.send(sender, target("/"))).isEqualTo(new Attempt.Delivered(200));
                assertThat(names.lookups()).hasSize(1);
                assertThat(Sending.send(sender, target("/"))).isEqualTo(FORBIDDEN);
                assertThat(names.lookups()).hasSize(2);
                assertThat(outside.connections()).isEqualTo(1);
            }
        }
    }

    static Stream<Integer> redirects() {
        return Stream.of(301, 302, 303, 307, 308);
    }

    @ParameterizedTest
    @MethodSource("redirects")
    void a_redirect_is_a_refusal_and_leads_nowhere(int status) throws Exception {
        for (String to :
                new String[] {inside.origin(), "https://127.0.0.1:" + inside.port() + "/", "https://" + HOST + "/"}) {
            String answer =
                    "HTTP/1.1 " + status + " x\r\nContent-Length: 0\r\nSet-Cookie: a=b\r\nLocation: " + to + "\r\n\r\n";
            try (Receiver outside = outside(answer)) {
                Names leading = new Names().lead(HOST, outside.address());
                try (HttpSender sender = sender(leading, ForbiddenTargetsTests::isSecond)) {
                    for (int i = 1; i <= 2; i++) {
                        assertThat(Sending.send(sender, target("/"))).isEqualTo(new Attempt.Refused(status, null));
                        assertThat(outside.requests()).hasSize(i);
                    }
                    assertThat(outside.requests().getLast().fields()).doesNotContainKey("cookie");
                }
            }
        }
    }

    @Test
    void a_name_that_leads_nowhere_is_nobody() throws Exception {
        try (HttpSender sender = sender(PublicAddresses::isPublic)) {
            assertThat(Sending.send(sender, target("/"))).isEqualTo(new Attempt.Failed(Flaw.NO_ADDRESS));
        }
    }

    private static boolean isSecond(InetAddress address) {
        return address.equals(InetAddress.ofLiteral("127.0.0.2"));
    }

    private static Target target(String path) {
        return Sending.target(URI.create("https://" + HOST + path).toString());
    }

    private Receiver outside(String answer) throws Exception {
        ServerSocketFactory tls = authority.server("good").getServerSocketFactory();
        return Receiver.at("127.0.0.2", tls, Receiver.answering(answer));
    }

    private HttpSender sender(Predicate<InetAddress> mayBeCalled) throws Exception {
        return sender(names, mayBeCalled);
    }

    private static HttpSender sender(Names names, Predicate<InetAddress> mayBeCalled) throws Exception {
        Clients clients = new Clients(Set.of(), Sending.SHORT, names, mayBeCalled, authority.trust());
        WebhookSecrets secrets = Sending.secrets(Sending.SECRET);
        return new HttpSender(() -> secrets, clients, Sending.SHORT, Clock.systemUTC());
    }
}
