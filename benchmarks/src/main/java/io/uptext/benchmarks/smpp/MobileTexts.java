/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import io.uptext.benchmarks.server.Contender;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.simulator.smsc.MobileMessage;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Texts as phones send them, each of another sender with another code. A carrier gives them no ids: two that were the same
 * would be one message that came twice, and the second would cost less. So the row never begins again.
 */
public final class MobileTexts {

    private static final int NUMBERS = 10_000_000;

    private final Random random = new Random(1);

    /** The next so many, made before the clock runs. Whoever asks for more gets an exception. */
    public Supplier<MobileMessage> next(int count) {
        return Stream.generate(this::text).limit(count).toList().iterator()::next;
    }

    private MobileMessage text() {
        String sender = "+4670%07d".formatted(random.nextInt(NUMBERS));
        return MobileMessage.of(
                sender,
                Contender.DESTINATION,
                "ACME LOGIN " + ChallengeCode.random(random).normal());
    }
}
