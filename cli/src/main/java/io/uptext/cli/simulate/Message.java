/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.SimulatedSms;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The text. */
final class Message {

    private static final String DEFAULT_FROM = "+46701234567";
    private static final String DEFAULT_TO = "50500";
    private static final String DEFAULT_TEXT = "Hello";

    @Option(
            names = "--from",
            paramLabel = "NUMBER",
            description = "The phone's number with its plus sign (" + DEFAULT_FROM + ").")
    private String from = DEFAULT_FROM;

    @Option(
            names = "--to",
            paramLabel = "NUMBER",
            description = "The short code or number that is texted (" + DEFAULT_TO + ").")
    private String to = DEFAULT_TO;

    @Option(names = "--text", paramLabel = "TEXT", description = "What it says (" + DEFAULT_TEXT + ").")
    private String text = DEFAULT_TEXT;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "What the provider calls the message. Each one gets a new id unless it is said;"
                    + " with --count the same message is delivered again and again.")
    private @Nullable String id;

    SimulatedSms sms() {
        return new SimulatedSms(id == null ? UUID.randomUUID().toString() : id, from, to, text);
    }
}
