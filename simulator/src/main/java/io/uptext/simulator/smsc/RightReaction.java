/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

/** What a receiver may do about something wrong. */
enum RightReaction {
    /** Where the next PDU begins is not known any more, or what this one is. */
    REJECT("generic_nack or a closed link"),
    /** Some field is wrong, but it is clear which message that is. To have it delivered again would not help. */
    ANY("deliver_sm_resp, generic_nack or a closed link"),
    /** It came too early. */
    REFUSE("an error, generic_nack or a closed link"),
    /** It is right. */
    ACCEPT("deliver_sm_resp with ESME_ROK"),
    /** Nobody needs to know. */
    IGNORE("none, generic_nack or a closed link");

    private final String description;

    RightReaction(String description) {
        this.description = description;
    }

    String description() {
        return description;
    }

    boolean includes(Reaction.Kind kind) {
        return switch (kind) {
            case NACK, CLOSED -> this != ACCEPT;
            case REFUSED -> this == ANY || this == REFUSE;
            case ACCEPTED -> this == ANY || this == ACCEPT;
            case NONE -> this == IGNORE;
        };
    }
}
