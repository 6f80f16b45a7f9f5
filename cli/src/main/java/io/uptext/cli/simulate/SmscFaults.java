/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.smsc.Faults;
import io.uptext.simulator.smsc.WrongPdu;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes wrong between an SMSC and its receiver. */
final class SmscFaults {

    @Option(
            names = "--cut-every",
            paramLabel = "N",
            description =
                    "Cut the link instead of reading the answer to each Nth message, which is then delivered again.")
    private long cutEvery;

    @Option(
            names = "--flap",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Cut all links each time so much time has passed: 500ms, 30s.")
    private @Nullable Duration flap;

    @Option(
            names = "--slow",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Wait so long before each answer is read.")
    private Duration slow = Duration.ZERO;

    @Option(
            names = "--wrong",
            paramLabel = "PDU",
            converter = Spelling.OfWrongPdu.class,
            description = "Send a wrong PDU, tell what comes of it, and deliver the text then. length-0, length-3,"
                    + " length-15, length-2-31, unknown-command, truncated, sequence-0, tlv-overrun, sm-length-overrun,"
                    + " missing-nul, deliver-before-bind-resp, byte-by-byte or response-without-request.")
    private @Nullable WrongPdu wrong;

    Faults toFaults() {
        if (cutEvery < 0 || (flap != null && !flap.isPositive())) {
            throw new IllegalArgumentException("--cut-every and --flap are above 0.");
        }
        Faults faults = Faults.NONE.withCutEvery(cutEvery).withSlowness(slow);
        return flap == null ? faults : faults.withFlapEvery(flap);
    }

    @Nullable
    WrongPdu wrong() {
        return wrong;
    }
}
