/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.dlt;

/** What was asked for is not at this Kafka. */
final class NoSuchTopicException extends Exception {

    NoSuchTopicException(String sentence) {
        super(sentence);
    }
}
