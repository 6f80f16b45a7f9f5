/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.netty.handler.ssl.SslContext;
import io.uptext.notifier.webhook.Receiver.Conversation;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of every webhook, over real TLS: a public name leads to a server on loopback. */
class TlsTests {

    private static final String HOST = "hooks.acme.example";
    private static final Attempt NO_TLS = new Attempt.Failed(Flaw.TLS);

    @TempDir
    private static Path folder;

    private static Authority authority;

    @BeforeAll
    static void certify() throws Exception {
        String san = "san=dns:" + HOST;
        authority = Authority.in(folder)
                .certify("good", "-ext", san)
                .certify("wildcard", "-ext", "san=dns:*.acme.example")
                .certify("other-host", "-ext", "san=dns:hooks.other.example")
                .certify("address", "-ext", "san=ip:127.0.0.1")
                .certify("expired", "-ext", san, "-startdate", "-5d", "-validity", "2")
                .certify("not-yet", "-ext", san, "-startdate", "+2d")
                .selfSigned("self-signed", "-ext", san);
    }

    @ParameterizedTest
    @ValueSource(strings = {"good", "wildcard"})
    void a_message_arrives_over_tls_by_the_name_of_its_url(String certificate) throws Exception {
        List<SNIServerName> asked = new CopyOnWriteArrayList<>();
        Conversation conversation = (receiver, socket) -> {
            Conversation answering = Receiver.answering(Receiver.OK);
            ((SSLSocket) socket).startHandshake();
            asked.addAll(((ExtendedSSLSession) ((SSLSocket) socket).getSession()).getRequestedServerNames());
            answering.hold(receiver, socket);
        };
        try (Receiver receiver = receiver(certificate, conversation);
                HttpSender sender = sender(receiver, authority.trust())) {
            assertThat(Sending.send(sender, target())).isEqualTo(new Attempt.Delivered(200));
            Received received = receiver.requests().getLast();
            assertThat(received.line()).isEqualTo("POST /uptext?token=a1b2 HTTP/1.1");
            assertThat(received.field("host")).isEqualTo(HOST);
            assertThat(asked).containsExactly(new SNIHostName(HOST));
            new Webhook(Sending.SECRET).verify(received.text(), received.headers());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"other-host", "address", "expired", "not-yet", "self-signed"})
    void a_certificate_that_is_not_good_for_the_name_gets_nothing(String certificate) throws Exception {
        try (Receiver receiver = receiver(certificate, Receiver.answering(Receiver.OK));
                HttpSender sender = sender(receiver, authority.trust())) {
            assertThat(Sending.send(sender, target())).isEqualTo(NO_TLS);
            assertThat(receiver.connections()).isEqualTo(1);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void an_authority_that_nobody_knows_certifies_nobody() throws Exception {
        try (Receiver receiver = receiver("good", Receiver.answering(Receiver.OK));
                HttpSender sender = sender(receiver, null)) {
            assertThat(Sending.send(sender, target())).isEqualTo(NO_TLS);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void who_does_not_speak_tls_gets_nothing() throws Exception {
        Conversation conversation = (_, socket) -> {
            Receiver.write(socket, "SSH-2.0-OpenSSH_9.2\r\n");
            assertThat(socket.getInputStream().read()).isEqualTo(0x16);
        };
        try (Receiver receiver = Receiver.of(conversation);
                HttpSender sender = sender(receiver, authority.trust())) {
            assertThat(Sending.send(sender, target())).isEqualTo(NO_TLS);
        }
    }

    @Test
    void a_handshake_that_hangs_ends() throws Exception {
        try (Receiver receiver = Receiver.of((_, socket) -> Receiver.hang(socket));
                HttpSender sender = sender(receiver, authority.trust())) {
            assertThat(Sending.send(sender, target())).isEqualTo(new Attempt.Failed(Flaw.TIMEOUT));
        }
    }

    private static Target target() {
        return Sending.target("https://" + HOST + "/uptext?token=a1b2");
    }

    private static Receiver receiver(String certificate, Conversation conversation) throws Exception {
        ServerSocketFactory tls = authority.server(certificate).getServerSocketFactory();
        return Receiver.at("127.0.0.1", tls, conversation);
    }

    private static HttpSender sender(Receiver receiver, @Nullable SslContext trust) {
        Names names = new Names().lead(HOST, receiver.address());
        Clients clients = new Clients(Set.of(), Sending.SHORT, names, _ -> true, trust);
        WebhookSecrets secrets = Sending.secrets(Sending.SECRET);
        return new HttpSender(() -> secrets, clients, Sending.SHORT, Clock.systemUTC());
    }
}
