/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

/**
 * Why nothing can be told to a relying party's own topic. Its words are the reason of dead letters, by which an operator finds
 * and sends back those of one cause.
 */
enum Obstacle {
    /** It is not there, and we are not to make it. */
    MISSING("the topic of the relying party is missing"),
    /** It is not there, and Kafka does not let us make it. */
    NOT_MADE("the topic of the relying party cannot be made"),
    /** It may be there, and Kafka does not let us write to it. */
    FORBIDDEN("the topic of the relying party is forbidden"),
    /** It is there and does not acknowledge, while the rest of Kafka answers. */
    SILENT("the topic of the relying party does not acknowledge"),
    /** It is there and does not take such records. */
    REFUSED("the topic of the relying party refuses the record");

    private final String words;

    Obstacle(String words) {
        this.words = words;
    }

    /** For the dead letter and the log. */
    String words() {
        return words;
    }
}
