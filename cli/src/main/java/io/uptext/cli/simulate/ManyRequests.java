/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.traffic.Courier;
import io.uptext.simulator.traffic.Load;
import io.uptext.simulator.traffic.Results;
import io.uptext.simulator.traffic.Traffic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Sends many requests, says how it goes and at the end how it went, also when Ctrl-C is the end. */
record ManyRequests(Courier courier, Expectation expectation, CommandLine command, boolean isTerminal) {

    int send(Requests requests, Load load) throws InterruptedException {
        Traffic traffic = new Traffic(courier, requests, load);
        try (var _ = CtrlC.means(traffic::stop)) {
            Results results;
            try (@Nullable
                    Progress _ =
                            isTerminal ? Progress.of(() -> Progress.line(traffic.soFar()), command.getErr()) : null) {
                results = traffic.run();
            }
            Summary.print(results, command.getOut());
            return expectation.isMetBy(results) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }
}
