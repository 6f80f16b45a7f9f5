/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.SimulatedSms;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A text, and what the provider calls it. */
final class Message extends PhoneText {

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "What the provider calls the message. Each one gets a new id unless it is said;"
                    + " with --count the same message is delivered again and again.")
    private @Nullable String id;

    SimulatedSms sms() {
        return new SimulatedSms(id == null ? UUID.randomUUID().toString() : id, from(), to(), text());
    }
}
