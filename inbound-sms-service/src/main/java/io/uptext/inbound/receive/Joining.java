/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.contracts.event.CarrierKeywordReceived;
import io.uptext.contracts.event.InboundEvent;
import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.door.Signatures;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Joins the parts of longer messages where the provider does not.
 *
 * <p>A code fits into one part, and each part is published as it comes. The whole is worth publishing only for a code that
 * lies across the seam of two parts.
 */
public final class Joining {

    private final PartMemory memory;
    private final Pepper pepper;

    /** Keeps parts in {@code memory}, under keys that tell nobody whose they are. */
    public Joining(PartMemory memory, Pepper pepper) {
        this.memory = memory;
        this.pepper = pepper;
    }

    /**
     * The whole message that a part completes, if it has a code that no part of it has. Its id derives from what it is, so it
     * is the same whichever part comes last, and when all come again in another order.
     *
     * @param event what the part has become
     */
    public CompletableFuture<Optional<DoorMessage>> whole(DoorMessage message, InboundEvent event) {
        @Nullable Part part = message.part();
        return switch (event) {
            case InboundSmsReceived sms when part != null -> whole(message, part, sms);
            case InboundSmsReceived _, CarrierKeywordReceived _ -> CompletableFuture.completedFuture(Optional.empty());
        };
    }

    private CompletableFuture<Optional<DoorMessage>> whole(DoorMessage message, Part part, InboundSmsReceived sms) {
        CodeKey sender = pepper.senderKey(sms.sender());
        String place = place(part, sms);
        return memory.add(sender, place, part, message.text())
                .thenApply(all -> all.filter(parts -> parts.stream().noneMatch(Joining::hasCode))
                        .map(parts -> String.join("", parts))
                        .filter(Joining::hasCode)
                        .map(text -> new DoorMessage(
                                "whole-" + digest(sender.value(), place, text),
                                message.from(),
                                message.to(),
                                text,
                                message.network(),
                                null)));
    }

    private static boolean hasCode(String text) {
        return ChallengeCode.parse(text).isPresent();
    }

    private static String place(Part part, InboundSmsReceived sms) {
        return digest(
                sms.connector().value(), sms.destination().address(), Integer.toString(part.total()), part.reference());
    }

    /** None but the last of them has a line feed, so no two lists look the same. */
    private static String digest(String... all) {
        return Signatures.sha256Hex(String.join("\n", all).getBytes(UTF_8));
    }
}
