/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.uptext.platform.outbound.ForbiddenAddressException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import reactor.netty.channel.AbortedException;

/** Which flaw an exception is. Its message is not read: it may name the host. */
final class Flaws {

    private static final int DEEPEST = 16;

    private Flaws() {}

    static Flaw of(Throwable failure) {
        return causes(failure)
                .map(Flaws::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Flaw.MALFORMED_ANSWER);
    }

    /** From within: the first is the cause that is nobody's consequence. */
    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList()
                .reversed()
                .stream();
    }

    private static Optional<Flaw> known(Throwable failure) {
        return Optional.ofNullable(
                switch (failure) {
                    case ForbiddenAddressException _ -> Flaw.FORBIDDEN_ADDRESS;
                    case SslHandshakeTimeoutException _ -> Flaw.TIMEOUT;
                    case ConnectTimeoutException _ -> Flaw.TIMEOUT;
                    case TimeoutException _ -> Flaw.TIMEOUT;
                    case UnknownHostException _ -> Flaw.NO_ADDRESS;
                    case SSLException _ -> Flaw.TLS;
                    case TooLongFrameException _ -> Flaw.MALFORMED_ANSWER;
                    case ConnectException _ -> Flaw.CONNECT;
                    case NoRouteToHostException _ -> Flaw.CONNECT;
                    case SocketException _ -> Flaw.CLOSED;
                    case PrematureChannelClosureException _ -> Flaw.CLOSED;
                    case AbortedException _ -> Flaw.CLOSED;
                    case DecoderException _ -> Flaw.MALFORMED_ANSWER;
                    case IOException _ -> Flaw.CLOSED;
                    default -> null;
                });
    }
}
