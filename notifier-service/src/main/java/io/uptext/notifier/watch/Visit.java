/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/** One request on its way to a stream or an answer, and its guest, who leaves once however it ends. */
public final class Visit {

    private final HttpServerRequest request;
    private final HttpServerResponse response;
    private final Cors cors;
    private Admission.@Nullable Guest guest;

    Visit(HttpServerRequest request, HttpServerResponse response, Cors cors, Admission.Guest guest) {
        this.request = request;
        this.response = response;
        this.cors = cors;
        this.guest = guest;
    }

    HttpServerRequest request() {
        return request;
    }

    HttpServerResponse response() {
        return response;
    }

    Cors cors() {
        return cors;
    }

    HttpHeaders headers() {
        return request.requestHeaders();
    }

    /** The thread of its connection. */
    Executor loop() {
        Executor[] loop = new Executor[1];
        request.withConnection(connection -> loop[0] = connection.channel().eventLoop());
        return loop[0];
    }

    boolean isHead() {
        return request.method().equals(HttpMethod.HEAD);
    }

    /** Whether the end of the answer can be told without that of the connection. */
    boolean isChunked() {
        return request.version().equals(HttpVersion.HTTP_1_1);
    }

    /** Answers what has come to be of it, as JSON. */
    public Mono<Void> created(byte[] json) {
        response.status(HttpResponseStatus.CREATED);
        return Answers.json(request, response, cors, json);
    }

    /** Its challenge is this relying party's. */
    synchronized void welcome(RelyingPartyId party) {
        if (guest != null) {
            guest = guest.welcome(party);
        }
    }

    /** The guest, who is another one's to send away from now on; nobody if the request has ended meanwhile. */
    synchronized Admission.@Nullable Guest handOver() {
        Admission.Guest staying = guest;
        guest = null;
        return staying;
    }

    /** Sends the guest away, if nobody has. */
    void leave() {
        Admission.Guest leaving = handOver();
        if (leaving != null) {
            leaving.leave();
        }
    }
}
