/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.cli.simulate.PhoneText;
import io.uptext.simulator.smsc.Concatenation;
import io.uptext.simulator.smsc.Encoding;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.PartOrder;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a phone sends, and how it travels. */
final class OperatorText extends PhoneText {

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            converter = Names.OfEncoding.class,
            description = "gsm, gsm-packed, ia5, latin1, octets, ucs2, ucs2-le-bom, flash or gsm-class-1."
                    + " What a phone would choose unless it is said: gsm, or ucs2 where gsm lacks a character.")
    private @Nullable Encoding encoding;

    @Option(
            names = "--concatenation",
            paramLabel = "NAME",
            converter = Names.OfConcatenation.class,
            description = "How a long text travels: udh-8-bit (default), udh-16-bit, sar-tlvs or message-payload.")
    private Concatenation concatenation = Concatenation.UDH_8_BIT;

    @Option(
            names = "--order",
            paramLabel = "NAME",
            converter = Names.OfOrder.class,
            description = "How its parts come: in-order (default), reversed, shuffled or duplicated.")
    private PartOrder order = PartOrder.IN_ORDER;

    private final AtomicLong number = new AtomicLong();

    /**
     * The message.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    MobileMessage message() {
        MobileMessage message = of(text());
        var _ = message.pdus(0);
        return message;
    }

    /** One of many, each with its number behind it: the same text from the same phone is the same message. */
    MobileMessage next() {
        return of(text() + " " + number.incrementAndGet());
    }

    private MobileMessage of(String words) {
        MobileMessage message = MobileMessage.of(from(), to(), words)
                .withConcatenation(concatenation)
                .withOrder(order);
        return encoding == null ? message : message.withEncoding(encoding);
    }
}
