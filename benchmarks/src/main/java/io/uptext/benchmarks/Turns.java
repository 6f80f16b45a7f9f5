/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks;

import io.uptext.benchmarks.server.Server;
import io.uptext.benchmarks.server.Titled;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
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
        Map<C, List<Round>> done = new LinkedHashMap<>();
        servers.keySet().forEach(each -> done.put(each, new ArrayList<>()));
        List<Map.Entry<C, Server>> order = new ArrayList<>(servers.entrySet());
        for (int number = 1; number <= warmUp + rounds; number++) {
            boolean counts = number > warmUp;
            for (Map.Entry<C, Server> each : order) {
                Round round = turn.take(each.getKey(), each.getValue());
                String name = counts ? "round " + (number - warmUp) : "warm-up " + number;
                RoundTable.progress(out, name, each.getKey(), round);
                if (counts) {
                    done.getOrDefault(each.getKey(), new ArrayList<>()).add(round);
                }
            }
            // Who comes after whom is the luck of nobody.
            Collections.rotate(order, 1);
        }
        Map<C, Medians<Round>> medians = new LinkedHashMap<>();
        done.forEach((contender, all) -> medians.put(contender, new Medians<>(all)));
        return medians;
    }
}
