/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.traffic;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLException;

/** Why a request has no answer. */
public enum Failure {
    /** No name server knows the host. */
    UNKNOWN_HOST("the host is not known"),
    /** Nobody listens there. */
    REFUSED("nobody listens there"),
    /** No connection or no answer in time. */
    TIMED_OUT("no answer in time"),
    /** The server could not be made sure of, or it does not speak TLS. */
    TLS("no TLS connection could be made"),
    /** It ended in the middle. */
    BROKEN("the connection broke");

    private final String description;

    Failure(String description) {
        this.description = description;
    }

    /** What went wrong, to follow a colon. */
    public String description() {
        return description;
    }

    /**
     * What an exception of the HTTP client says.
     *
     * @throws IllegalStateException if it says that a request cannot be sent at all
     */
    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case CompletionException e when e.getCause() != null -> of(e.getCause());
            case ConnectException e -> isUnresolved(e) ? UNKNOWN_HOST : REFUSED;
            case HttpTimeoutException _ -> TIMED_OUT;
            case SSLException _ -> TLS;
            case IOException _ -> BROKEN;
            default -> throw new IllegalStateException("a request cannot be sent", thrown);
        };
    }

    private static boolean isUnresolved(Throwable thrown) {
        return thrown instanceof UnresolvedAddressException
                || (thrown.getCause() != null && isUnresolved(thrown.getCause()));
    }
}
