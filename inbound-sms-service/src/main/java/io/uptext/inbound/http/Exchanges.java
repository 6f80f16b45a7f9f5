/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.ssl.SslHandler;
import io.uptext.inbound.door.Answer;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Signatures;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** Requests of the server as doors see them, and their answers as the server does. */
final class Exchanges {

    private Exchanges() {}

    static RawRequest rawRequest(HttpServerRequest request, @Nullable String query, byte[] body, Instant receivedAt) {
        return new RawRequest(
                request.method().name(),
                request.requestHeaders()::getAll,
                query,
                body,
                receivedAt,
                fingerprint(request));
    }

    /** The client's own certificate only: one of its issuers would stand for everybody whom that has certified. */
    private static Set<String> fingerprint(HttpServerRequest request) {
        AtomicReference<@Nullable SslHandler> tls = new AtomicReference<>();
        request.withConnection(connection -> tls.set(tls(connection.channel())));
        @Nullable SslHandler handler = tls.get();
        if (handler == null) {
            return Set.of();
        }
        try {
            Certificate[] chain = handler.engine().getSession().getPeerCertificates();
            return Set.of(Signatures.sha256Hex(chain[0].getEncoded()));
        } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
            return Set.of();
        }
    }

    /** A stream of HTTP/2 is a channel in that of its connection. */
    private static @Nullable SslHandler tls(Channel channel) {
        @Nullable SslHandler own = channel.pipeline().get(SslHandler.class);
        @Nullable Channel parent = channel.parent();
        return own == null && parent != null ? parent.pipeline().get(SslHandler.class) : own;
    }

    /** Sends an answer. */
    static Mono<Void> answer(HttpServerRequest request, HttpServerResponse response, Answer answer) {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        byte[] body = answer.body().getBytes(UTF_8);
        response.header(HttpHeaderNames.CONTENT_LENGTH, Integer.toString(body.length));
        return body.length == 0 || request.method().equals(HttpMethod.HEAD)
                ? response.send()
                : response.sendObject(Unpooled.wrappedBuffer(body)).then();
    }
}
