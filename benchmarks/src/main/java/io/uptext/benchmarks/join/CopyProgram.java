/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.join;

import io.uptext.testkit.process.Lifeline;
import java.util.List;

/** Copies records from topics to a topic: {@link Joiner#COPY} both topics and safely, {@link Joiner#TWO_HOPS} texts at once. */
final class CopyProgram {

    private CopyProgram() {}

    /** Copies for the contender that is named first, at the Kafka that is named second. */
    public static void main(String[] arguments) throws Exception {
        Joiner joiner = Joiner.valueOf(arguments[0]);
        JoinTopics topics = joiner.topics();
        Lifeline.hold(() -> joiner == Joiner.COPY
                ? CopyLoop.safe(arguments[1], List.of(topics.challenges(), topics.texts()), topics.outcomes())
                : CopyLoop.prompt(arguments[1], List.of(topics.texts()), topics.outcomes()));
    }
}
