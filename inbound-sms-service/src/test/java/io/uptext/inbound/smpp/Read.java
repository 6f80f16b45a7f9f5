/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.gsm.Alphabet;
import org.jspecify.annotations.Nullable;

/** What becomes of a message that is read. */
final class Read {

    private Read() {}

    /** As most carriers mean it. */
    static Reading of(MessagePdu message) {
        return of(message, Alphabet.GSM_7BIT);
    }

    static Reading of(MessagePdu message, Alphabet alphabet) {
        return of(message, alphabet, null, null);
    }

    static Reading of(MessagePdu message, @Nullable String region, @Nullable Integer networkTag) {
        return of(message, Alphabet.GSM_7BIT, region, networkTag);
    }

    private static Reading of(
            MessagePdu message, Alphabet alphabet, @Nullable String region, @Nullable Integer networkTag) {
        return new MessageReader(alphabet, region, networkTag).read(message.read(), "id");
    }

    /** The one message of a reading. */
    static DoorMessage message(Reading reading) {
        assertThat(reading).isInstanceOf(Reading.Messages.class);
        Reading.Messages messages = (Reading.Messages) reading;
        assertThat(messages.leftOut()).isNull();
        assertThat(messages.messages())
                .singleElement()
                .satisfies(message -> assertThat(message.providerMessageId()).isEqualTo("id"));
        return messages.messages().getFirst();
    }

    static boolean isText(Reading reading) {
        return reading instanceof Reading.Messages;
    }
}
