/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagesms;

import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.door.Reading;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The message in the parameters of a webhook. */
record VonageSms(VonageParameters parameters) {

    private static final Set<String> TEXTS = Set.of("text", "unicode");
    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,3}");

    Reading reading() {
        Optional<String> type = parameters.filled("type");
        if (type.filter(written -> !TEXTS.contains(written)).isPresent()) {
            return new Reading.Nothing("a message of another type than text or unicode");
        }
        if (type.isEmpty() && parameters.filled("status").isPresent()) {
            return new Reading.Nothing("a delivery receipt");
        }
        return type.flatMap(_ -> message())
                .map(message -> part().map(message::as).orElse(message))
                .map(Reading::of)
                .orElseGet(() -> new Reading.Malformed(
                        "There must be a type, a messageId, which is not empty, msisdn, to and text."));
    }

    private Optional<DoorMessage> message() {
        Optional<String> id = parameters.filled("messageId");
        Optional<String> from = parameters.any("msisdn");
        Optional<String> to = parameters.any("to");
        Optional<String> text = parameters.any("text");
        return id.isPresent() && from.isPresent() && to.isPresent() && text.isPresent()
                ? Optional.of(new DoorMessage(id.get(), from.get(), to.get(), text.get()))
                : Optional.empty();
    }

    /** Its place in a longer message. Where that makes no sense the part still is a text, which may have a code in it. */
    private Optional<Part> part() {
        Optional<String> reference = parameters
                .filled("concat-ref")
                .filter(_ -> parameters.any("concat").filter("true"::equals).isPresent());
        Optional<Integer> total = number("concat-total");
        Optional<Integer> number = number("concat-part");
        return reference.isPresent()
                        && total.isPresent()
                        && number.isPresent()
                        && Part.isPossible(total.get(), number.get())
                ? Optional.of(new Part(reference.get(), total.get(), number.get()))
                : Optional.empty();
    }

    private Optional<Integer> number(String name) {
        return parameters
                .any(name)
                .filter(written -> SMALL_NUMBER.matcher(written).matches())
                .map(Integer::valueOf);
    }
}
