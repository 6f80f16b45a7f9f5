/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import static java.util.Objects.requireNonNull;

import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.server.Titled;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * All contenders one after the other, round by round.
 *
 * @param warmUp rounds that do not count
 * @param rounds those that do, after them
 */
record Turns(int warmUp, int rounds) {

    /**
     * One turn of a contender.
     *
     * @param <C> the contenders
     */
    interface Turn<C> {

        /** Takes it. */
        Round take(C contender, Server server) throws Exception;
    }

    /** Gives each its turns, and says how they went. */
    <C extends Titled> Map<C, Medians<Round>> take(Map<C, Server> servers, Turn<C> turn, PrintWriter out)
            throws Exception {
        return new Rounds<C, Round>(warmUp, rounds)
                .take(
                        List.copyOf(servers.keySet()),
                        (each, _) -> turn.take(each, requireNonNull(servers.get(each))),
                        (name, each, round) -> RoundTable.progress(out, name, each, round));
    }
}
