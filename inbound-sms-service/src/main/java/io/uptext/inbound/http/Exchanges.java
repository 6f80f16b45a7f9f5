/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.ssl.SslHandler;
import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Requests of the server as doors see them, and their answers as the server does. */
final class Exchanges {

    private Exchanges() {}

    /** A request to a connector, which learns of the client's certificate only if it asks for one. */
    static RawRequest rawRequest(
            HttpServerRequest request, @Nullable String query, byte[] body, Instant receivedAt, Connector connector) {
        boolean asks = connector.credentials().authentication() == Authentication.MTLS;
        return new RawRequest(
                request.method().name(),
                request.requestHeaders()::getAll,
                query,
                body,
                receivedAt,
                asks ? fingerprint(request) : Set.of());
    }

    /** The client's own certificate only: one of its issuers would stand for everybody whom that has certified. */
    private static Set<String> fingerprint(HttpServerRequest request) {
        Set<String> fingerprints = new HashSet<>();
        request.withConnection(connection -> {
            @Nullable SslHandler tls = connection.channel().pipeline().get(SslHandler.class);
            if (tls != null) {
                fingerprint(tls.engine().getSession()).ifPresent(fingerprints::add);
            }
        });
        return fingerprints;
    }

    private static Optional<String> fingerprint(SSLSession session) {
        try {
            return Optional.of(Signatures.sha256Hex(session.getPeerCertificates()[0].getEncoded()));
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            return Optional.empty();
        }
    }

    /** Sends an answer. */
    static Mono<Void> send(HttpServerRequest request, HttpServerResponse response, Answer answer) {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        byte[] body = answer.body().getBytes(UTF_8);
        response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        return body.length == 0 || request.method().equals(HttpMethod.HEAD)
                ? response.send()
                : response.sendObject(Unpooled.wrappedBuffer(body)).then();
    }
}
