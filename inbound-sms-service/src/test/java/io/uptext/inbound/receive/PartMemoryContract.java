/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.inbound.door.Part;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every memory of parts does while it can be reached. */
public abstract class PartMemoryContract {

    protected abstract PartMemory memory();

    /** The place of a message that no test has used before. */
    protected static String anyPlace() {
        return "place-" + UUID.randomUUID();
    }

    /** A sender of whom no test has kept anything. */
    protected static CodeKey anySender() {
        String digits = UUID.randomUUID().toString().replace("-", "");
        return new CodeKey(digits + digits);
    }

    @Test
    void theLastPartToComeGivesTheWholeInOrder() {
        for (long seed = 0; seed < 20; seed++) {
            PartMemory memory = memory();
            Message message = anyMessage();
            List<Integer> order = IntStream.rangeClosed(1, Part.MOST).boxed().collect(Collectors.toList());
            Collections.shuffle(order, new Random(seed));

            for (int number : order.subList(0, Part.MOST - 1)) {
                assertThat(message.add(memory, number, Part.MOST)).isEmpty();
            }
            assertThat(message.add(memory, order.getLast(), Part.MOST))
                    .as("seed %d", seed)
                    .contains("<1><2><3><4><5><6><7><8><9><10>");
        }
    }

    @Test
    void aPartThatComesAgainGivesTheSameWhole() {
        PartMemory memory = memory();
        Message message = anyMessage();

        assertThat(message.add(memory, 1, 2)).isEmpty();
        assertThat(message.add(memory, 1, 2)).isEmpty();
        assertThat(message.add(memory, 2, 2)).contains("<1><2>");
        assertThat(message.add(memory, 1, 2)).contains("<1><2>");
        assertThat(message.add(memory, 2, 2)).contains("<1><2>");
    }

    @Test
    void aPartThatIsEmptyIsAPart() {
        PartMemory memory = memory();
        Message message = anyMessage();

        assertThat(message.add(memory, 2, 2, "")).isEmpty();
        assertThat(message.add(memory, 1, 2, "")).contains("");
    }

    @Test
    void partsOfDifferentMessagesAreNotJoined() {
        PartMemory memory = memory();

        assertThat(anyMessage().add(memory, 1, 2)).isEmpty();
        assertThat(anyMessage().add(memory, 2, 2)).isEmpty();
    }

    @Test
    void textsAreKeptToTheCharacter() {
        PartMemory memory = memory();
        Message message = anyMessage();
        String text = "\u0000\r\n\uD83D\uDC4D {}:* å";

        assertThat(message.add(memory, 1, 2, text)).isEmpty();
        assertThat(message.add(memory, 2, 2, text)).contains(text + text);
    }

    @Test
    void ofPartsThatComeAtOnceOneCompletesTheWhole() throws Exception {
        for (int round = 0; round < 20; round++) {
            PartMemory memory = memory();
            Message message = anyMessage();

            List<Optional<String>> wholes = Concurrently.call(5, number -> message.add(memory, number, 5));

            assertThat(wholes).filteredOn(Optional::isPresent).containsExactly(Optional.of("<1><2><3><4><5>"));
        }
    }

    @Test
    void aPartWithAnotherTextBeginsAnotherMessage() {
        PartMemory memory = memory();
        Message message = anyMessage();
        assertThat(message.add(memory, 1, 3, "old")).isEmpty();
        assertThat(message.add(memory, 2, 3, "old")).isEmpty();

        assertThat(message.add(memory, 2, 3, "new")).isEmpty();
        assertThat(message.add(memory, 3, 3, "new"))
                .as("the old first part has gone")
                .isEmpty();
        assertThat(message.add(memory, 1, 3, "new")).contains("newnewnew");
    }

    @Test
    void aMessageThatIsCompleteGivesWayToAnotherWithItsReference() {
        PartMemory memory = memory();
        Message message = anyMessage();
        assertThat(message.add(memory, 1, 2, "a")).isEmpty();
        assertThat(message.add(memory, 2, 2, "b")).contains("ab");

        assertThat(message.add(memory, 1, 2, "c")).isEmpty();
        assertThat(message.add(memory, 2, 2, "d")).contains("cd");
    }

    @Test
    void anEmptyTextIsAnotherTextToo() {
        PartMemory memory = memory();
        Message message = anyMessage();
        assertThat(message.add(memory, 1, 2, "")).isEmpty();

        assertThat(message.add(memory, 1, 2, "a")).isEmpty();
        assertThat(message.add(memory, 2, 2, "b")).contains("ab");
        assertThat(message.add(memory, 2, 2, "")).isEmpty();
    }

    @Test
    void ofASenderSixteenMessagesAreKeptAtATime() {
        PartMemory memory = memory();
        CodeKey sender = anySender();
        List<Message> kept = Stream.generate(() -> new Message(sender, anyPlace()))
                .limit(PartMemory.MOST_OF_A_SENDER)
                .toList();
        Message oneMore = new Message(sender, anyPlace());
        Message another = anyMessage();
        kept.forEach(message -> assertThat(message.add(memory, 1, 2)).isEmpty());

        assertThat(oneMore.add(memory, 1, 2)).isEmpty();
        assertThat(oneMore.add(memory, 2, 2)).as("of one more nothing is kept").isEmpty();
        assertThat(another.add(memory, 1, 2)).isEmpty();
        assertThat(another.add(memory, 2, 2)).as("of another sender").contains("<1><2>");
        assertThat(kept)
                .allSatisfy(message -> assertThat(message.add(memory, 2, 2)).contains("<1><2>"));
        assertThat(oneMore.add(memory, 1, 2)).isEmpty();
        assertThat(oneMore.add(memory, 2, 2))
                .as("what is complete is still kept")
                .isEmpty();
    }

    @Test
    void ofMessagesThatBeginAtOnceSixteenAreKept() throws Exception {
        PartMemory memory = memory();
        CodeKey sender = anySender();
        List<Message> messages = Stream.generate(() -> new Message(sender, anyPlace()))
                .limit(2 * PartMemory.MOST_OF_A_SENDER)
                .toList();

        Concurrently.call(messages.size(), number -> messages.get(number - 1).add(memory, 1, 2));

        assertThat(messages)
                .filteredOn(message -> message.add(memory, 2, 2).isPresent())
                .hasSize(PartMemory.MOST_OF_A_SENDER);
    }

    private static Message anyMessage() {
        return new Message(anySender(), anyPlace());
    }

    private record Message(CodeKey sender, String place) {

        private Optional<String> add(PartMemory memory, int number, int total) {
            return add(memory, number, total, "<" + number + ">");
        }

        private Optional<String> add(PartMemory memory, int number, int total, String text) {
            return memory.add(sender, place, new Part("7", total, number), text)
                    .join()
                    .map(parts -> String.join("", parts));
        }
    }
}
