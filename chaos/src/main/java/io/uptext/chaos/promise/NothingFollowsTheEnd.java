/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.util.ArrayList;
import java.util.List;

/** On one connection there is at most one end, it is the last event, and the server closes. */
public final class NothingFollowsTheEnd implements Promise {

    @Override
    public String sentence() {
        return "A connection has at most one end, nothing follows it, and the server closes";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        List<String> broken = new ArrayList<>();
        for (Watched watched : evidence.audience().watched()) {
            for (Connection each : watched.connections()) {
                List<Heard> heard = each.heard();
                if (heard.stream().limit(Math.max(0, heard.size() - 1)).anyMatch(Heard::isEnd)) {
                    broken.add(watched + ": something follows the end of " + each);
                } else if (each.closing() == Closing.LEFT_OPEN) {
                    broken.add(watched + ": the server did not close " + each);
                }
            }
        }
        return broken;
    }
}
