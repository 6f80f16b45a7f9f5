/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

/** A PDU that cannot be read, with the status that says why. It has no stack trace: a peer could send thousands. */
public final class MalformedPduException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient CommandStatus status;

    MalformedPduException(CommandStatus status, String reason) {
        super(reason, null, false, false);
        this.status = status;
    }

    /** What the peer is told. */
    public CommandStatus status() {
        return status;
    }
}
