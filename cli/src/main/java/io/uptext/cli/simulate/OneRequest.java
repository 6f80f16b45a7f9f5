/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.traffic.Courier;
import io.uptext.simulator.traffic.Failure;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.http.HttpResponse;
import picocli.CommandLine;

/** Sends one request and shows its answer. */
record OneRequest(Courier courier, Expectation expectation, CommandLine command) {

    /** More of a body than this is no answer to a webhook. */
    private static final int MOST_SHOWN = 4096;

    int send(SimulatedRequest request) throws InterruptedException {
        PrintWriter out = command.getOut();
        long begun = System.nanoTime();
        try {
            HttpResponse<String> answer = courier.send(request);
            out.printf("%d, after %s%n", answer.statusCode(), Words.millis(System.nanoTime() - begun));
            if (!answer.body().isEmpty()) {
                out.println(answer.body()
                        .substring(0, Math.min(MOST_SHOWN, answer.body().length())));
            }
            return expectation.isMetBy(answer.statusCode()) ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (IOException e) {
            command.getErr()
                    .println("No answer from " + Words.place(request.url()) + ": "
                            + Failure.of(e).description() + ".");
            return CommandLine.ExitCode.SOFTWARE;
        } finally {
            out.flush();
        }
    }
}
