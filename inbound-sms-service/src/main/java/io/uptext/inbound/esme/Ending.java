/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.uptext.inbound.smpp.CommandStatus;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLKeyException;

/** Why there is no bind, or none any more. */
sealed interface Ending {

    /** For people who read a log. */
    String reason();

    /** For metrics: few different words. */
    String kind();

    /** No connection came about: refused, no such host, no answer, no trust in its certificate. */
    record Unreachable(String reason) implements Ending {

        static Unreachable of(Throwable failure) {
            Throwable cause =
                    failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            return new Unreachable(
                    switch (cause) {
                        case UnknownHostException _ -> "there is no such host";
                        case ConnectException _ -> "nobody listens there, or no answer came";
                        // What encrypts the link could not be read.
                        case SSLKeyException _ -> String.valueOf(cause.getMessage());
                        case SSLHandshakeException _ -> "TLS does not come about: " + cause.getMessage();
                        default ->
                            "no connection came about (" + cause.getClass().getSimpleName() + ")";
                    });
        }

        @Override
        public String kind() {
            return "unreachable";
        }
    }

    /** The SMSC answered the bind with another status than ESME_ROK. */
    record Refused(CommandStatus status) implements Ending {

        private static final Set<CommandStatus> CREDENTIALS =
                Set.of(CommandStatus.RBINDFAIL, CommandStatus.RINVPASWD, CommandStatus.RINVSYSID);

        @Override
        public String reason() {
            return "the SMSC answered the bind with " + status;
        }

        @Override
        public String kind() {
            return isOfCredentials() ? "refused" : "not now";
        }

        /** Whether to go on trying could lock the account. */
        boolean isOfCredentials() {
            return CREDENTIALS.contains(status);
        }

        /** Whether our last bind still stands there, of which the SMSC has not seen the end. */
        boolean isAlreadyBound() {
            return status.equals(CommandStatus.RALYBND);
        }
    }

    /** The connection ended, or was ended for having been silent too long. */
    record Lost(String reason) implements Ending {
        @Override
        public String kind() {
            return "lost";
        }
    }

    /** The SMSC has unbound us. */
    record Unbound() implements Ending {
        @Override
        public String reason() {
            return "the SMSC has ended the bind";
        }

        @Override
        public String kind() {
            return "unbound";
        }
    }
}
