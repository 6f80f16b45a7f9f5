/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.kafka;

/** What was asked for is not at this Kafka. */
public final class NoSuchTopicException extends Exception {

    /** Says so in a sentence. */
    public NoSuchTopicException(String sentence) {
        super(sentence);
    }
}
