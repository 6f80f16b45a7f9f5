/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.cli.simulate.Time;
import io.uptext.simulator.smsc.Faults;
import io.uptext.simulator.smsc.WrongPdu;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What goes wrong. */
final class Troubles {

    @Option(
            names = "--cut-every",
            paramLabel = "N",
            description = "Cut the link instead of reading the answer to each Nth text, which then comes again.")
    private @Nullable Long cutEvery;

    @Option(
            names = "--lose-every",
            paramLabel = "N",
            description = "Lose the answer to each Nth text and leave the link; the text comes again after 10 seconds.")
    private @Nullable Long loseEvery;

    @Option(
            names = "--flap",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Cut all links each time so much time has passed.")
    private @Nullable Duration flap;

    @Option(
            names = "--slow",
            paramLabel = "TIME",
            converter = Time.class,
            description = "Wait so long before each answer is read.")
    private @Nullable Duration slow;

    @Option(
            names = "--wrong",
            paramLabel = "KIND",
            converter = Names.OfWrong.class,
            description = "Send something wrong before the text: length-0, length-3, length-15, length-2-31,"
                    + " unknown-command, truncated, sequence-0, tlv-overrun, sm-length-overrun, missing-nul,"
                    + " deliver-before-bind-resp, byte-by-byte or response-without-request.")
    private @Nullable WrongPdu wrong;

    /**
     * The faults, without what is wrong.
     *
     * @throws IllegalArgumentException if they cannot be
     */
    Faults faults() {
        Faults faults = Faults.NONE;
        if (cutEvery != null) {
            if (cutEvery < 1) {
                throw new IllegalArgumentException("--cut-every is at least 1.");
            }
            faults = faults.withCutEvery(cutEvery);
        }
        if (loseEvery != null) {
            if (loseEvery < 1) {
                throw new IllegalArgumentException("--lose-every is at least 1.");
            }
            faults = faults.withLoseEvery(loseEvery);
        }
        if (flap != null) {
            if (flap.isZero()) {
                throw new IllegalArgumentException("--flap is above 0.");
            }
            faults = faults.withFlapEvery(flap);
        }
        return slow == null ? faults : faults.withSlowness(slow);
    }

    @Nullable
    WrongPdu wrong() {
        return wrong;
    }
}
