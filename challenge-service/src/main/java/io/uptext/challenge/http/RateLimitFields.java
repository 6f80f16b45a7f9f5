/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.limit.Standing;
import java.util.List;
import java.util.Map;

/** The fields that say how much is left of each limit (draft-ietf-httpapi-ratelimit-headers-11). */
final class RateLimitFields {

    private RateLimitFields() {}

    /** The fields; none where no limit says anything. */
    static Map<String, String> of(List<Standing> standings) {
        if (standings.isEmpty()) {
            return Map.of();
        }
        StringBuilder policies = new StringBuilder();
        StringBuilder state = new StringBuilder();
        for (Standing standing : standings) {
            String comma = policies.isEmpty() ? "\"" : ", \"";
            policies.append(comma)
                    .append(standing.limit().policy())
                    .append("\";q=")
                    .append(standing.quota());
            if (standing.window() > 0) {
                policies.append(";w=").append(standing.window());
            }
            state.append(comma)
                    .append(standing.limit().policy())
                    .append("\";r=")
                    .append(standing.left());
            state.append(";t=").append(standing.seconds());
        }
        return Map.of("RateLimit-Policy", policies.toString(), "RateLimit", state.toString());
    }
}
