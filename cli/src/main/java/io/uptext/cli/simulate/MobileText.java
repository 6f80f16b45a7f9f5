/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.smsc.Concatenation;
import io.uptext.simulator.smsc.Encoding;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.PartOrder;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A text from a phone, and how it travels from the SMSC on. */
final class MobileText {

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "The phone's number with its plus sign (+46701234567).")
    private String from = "+46701234567";

    @Option(names = "--to", paramLabel = "NUMBER", description = "The short code or number that is texted (50500).")
    private String to = "50500";

    @Option(
            names = "--text",
            paramLabel = "TEXT",
            description =
                    "What it says (Hello). With --count and the like each has its number behind it, since the same"
                            + " text is the same message.")
    private String text = "Hello";

    @Option(
            names = "--encoding",
            paramLabel = "ENCODING",
            converter = Spelling.OfEncoding.class,
            description =
                    "gsm, gsm-packed, ia5, latin1, ucs2, ucs2-le-bom or gsm-class-1; flash and octets never match."
                            + " As phones choose, unless it is said.")
    private @Nullable Encoding encoding;

    @Option(
            names = "--concatenation",
            paramLabel = "WAY",
            converter = Spelling.OfConcatenation.class,
            description =
                    "How a long text travels: udh-8-bit (unless it is said), udh-16-bit, sar-tlvs or message-payload.")
    private Concatenation concatenation = Concatenation.UDH_8_BIT;

    @Option(
            names = "--order",
            paramLabel = "ORDER",
            converter = Spelling.OfPartOrder.class,
            description =
                    "In which order its parts come: in-order (unless it is said), reversed, shuffled or duplicated.")
    private PartOrder order = PartOrder.IN_ORDER;

    private final AtomicLong number = new AtomicLong();

    /**
     * Looks for what cannot be.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    void check() {
        try {
            var _ = message().pdus(0);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The text cannot be sent: " + e.getMessage() + ".", e);
        }
    }

    MobileMessage message() {
        return of(text);
    }

    /** Each one different from those before. */
    MobileMessage next() {
        return of(text + " " + number.incrementAndGet());
    }

    private MobileMessage of(String words) {
        MobileMessage message = MobileMessage.of(from, to, words)
                .withConcatenation(concatenation)
                .withOrder(order);
        return encoding == null ? message : message.withEncoding(encoding);
    }
}
