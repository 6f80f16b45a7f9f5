/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Part;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every memory of parts does while it can be reached. */
public abstract class PartMemoryContract {

    protected abstract PartMemory memory();

    /** A message that no test has used before. */
    protected static String anyMessage() {
        return "number:" + UUID.randomUUID();
    }

    @Test
    void theLastPartToComeGivesTheWholeInOrder() {
        for (long seed = 0; seed < 20; seed++) {
            PartMemory memory = memory();
            String message = anyMessage();
            List<Integer> order = IntStream.rangeClosed(1, Part.MOST).boxed().collect(Collectors.toList());
            Collections.shuffle(order, new Random(seed));

            for (int number : order.subList(0, Part.MOST - 1)) {
                assertThat(add(memory, message, number, Part.MOST)).isEmpty();
            }
            assertThat(add(memory, message, order.getLast(), Part.MOST))
                    .as("seed %d", seed)
                    .contains("<1><2><3><4><5><6><7><8><9><10>");
        }
    }

    @Test
    void aPartThatComesAgainGivesTheSameWhole() {
        PartMemory memory = memory();
        String message = anyMessage();

        assertThat(add(memory, message, 1, 2)).isEmpty();
        assertThat(add(memory, message, 1, 2)).isEmpty();
        assertThat(add(memory, message, 2, 2)).contains("<1><2>");
        assertThat(add(memory, message, 1, 2)).contains("<1><2>");
        assertThat(add(memory, message, 2, 2)).contains("<1><2>");
    }

    @Test
    void aPartThatIsEmptyIsAPart() {
        PartMemory memory = memory();
        String message = anyMessage();

        assertThat(memory.add(message, new Part("7", 2, 2), "").join()).isEmpty();
        assertThat(memory.add(message, new Part("7", 2, 1), "").join()).contains("");
    }

    @Test
    void partsOfDifferentMessagesAreNotJoined() {
        PartMemory memory = memory();

        assertThat(add(memory, anyMessage(), 1, 2)).isEmpty();
        assertThat(add(memory, anyMessage(), 2, 2)).isEmpty();
    }

    @Test
    void textsAreKeptToTheCharacter() {
        PartMemory memory = memory();
        String message = anyMessage();
        String text = "\u0000\r\n\uD83D\uDC4D {}:* å";

        assertThat(memory.add(message, new Part("7", 2, 1), text).join()).isEmpty();
        assertThat(memory.add(message, new Part("7", 2, 2), text).join()).contains(text + text);
    }

    @Test
    void ofPartsThatComeAtOnceOneCompletesTheWhole() throws Exception {
        for (int round = 0; round < 20; round++) {
            PartMemory memory = memory();
            String message = anyMessage();

            List<Optional<String>> wholes = Concurrently.call(5, number -> add(memory, message, number, 5));

            assertThat(wholes).filteredOn(Optional::isPresent).containsExactly(Optional.of("<1><2><3><4><5>"));
        }
    }

    private static Optional<String> add(PartMemory memory, String message, int number, int total) {
        return memory.add(message, new Part("7", total, number), "<" + number + ">")
                .join();
    }
}
