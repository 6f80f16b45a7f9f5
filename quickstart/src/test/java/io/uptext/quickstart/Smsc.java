/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.cli.Surroundings;
import io.uptext.cli.Uptext;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** {@code ./uptext simulate smsc}, as people are told to type it. */
final class Smsc {

    private Smsc() {}

    /** What came of it. */
    record Outcome(int code, String said) {}

    /** Delivers a text at the running stack, as its greeting says. */
    static void deliver(String from, String text) {
        Outcome outcome = run(List.of(
                "simulate",
                "smsc",
                "--port",
                Integer.toString(Running.STACK.addresses().smsc()),
                "--secret",
                Running.STACK.secrets().smscPassword(),
                "--from",
                from,
                "--to",
                "50500",
                "--text",
                text));
        assertThat(outcome.code()).as(outcome.said()).isZero();
    }

    /** Runs a command, given as a shell gives it to the launcher. */
    static Outcome run(List<String> words) {
        StringWriter said = new StringWriter();
        int code = Uptext.commandLine(new Surroundings(Clock.systemUTC(), Map.of(), false))
                .setOut(new PrintWriter(said))
                .setErr(new PrintWriter(said))
                .execute(words.toArray(String[]::new));
        return new Outcome(code, said.toString());
    }
}
