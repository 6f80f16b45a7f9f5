/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/**
 * What a receiver did about a PDU.
 *
 * @param status of its answer, 0 where there is none
 */
public record Reaction(Kind kind, int status) {

    /** What there is to do. */
    public enum Kind {
        /** A generic_nack. */
        NACK,
        /** The answer that belongs to the request, with an error. */
        REFUSED,
        /** The same with ESME_ROK. */
        ACCEPTED,
        /** The link ended. */
        CLOSED,
        /** Nothing, and the link is alive. */
        NONE
    }

    static final Reaction CLOSED = new Reaction(Kind.CLOSED, CommandStatus.ROK);
    static final Reaction NONE = new Reaction(Kind.NONE, CommandStatus.ROK);

    static Reaction of(ReceivedPdu answer) {
        Kind kind = switch (answer.command()) {
            case Command.GENERIC_NACK -> Kind.NACK;
            default -> answer.status() == CommandStatus.ROK ? Kind.ACCEPTED : Kind.REFUSED;
        };
        return new Reaction(kind, answer.status());
    }

    /** In a few words. */
    public String description() {
        return switch (kind) {
            case NACK -> "generic_nack with " + CommandStatus.name(status);
            case REFUSED, ACCEPTED -> "deliver_sm_resp with " + CommandStatus.name(status);
            case CLOSED -> "a closed link";
            case NONE -> "nothing, and the link is alive";
        };
    }
}
