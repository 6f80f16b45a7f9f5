/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos;

import io.uptext.chaos.promise.Audience;
import io.uptext.chaos.promise.Connection;
import io.uptext.chaos.promise.Evidence;
import io.uptext.chaos.promise.Heard;
import io.uptext.chaos.promise.Intrusion;
import io.uptext.chaos.promise.Told;
import io.uptext.chaos.promise.Watched;
import io.uptext.contracts.vocabulary.ChallengeId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures of those who have waited. */
record AudienceReport(Evidence evidence) {

    List<String> lines() {
        Audience audience = evidence.audience();
        if (audience.watched().isEmpty()) {
            return List.of();
        }
        return List.of(
                "  watchers %,d %s of %d relying parties, at most %,d at once"
                        .formatted(
                                audience.watched().size(),
                                counted(audience.watched().stream()
                                        .map(Watched::who)
                                        .toList()),
                                audience.watched().stream()
                                        .map(Watched::relyingParty)
                                        .distinct()
                                        .count(),
                                audience.mostAtOnce()),
                "  connections %s, closed %s; latecomers whose first instance was behind %,d"
                        .formatted(
                                counted(connections().map(Connection::status).toList()),
                                counted(connections().map(Connection::closing).toList()),
                                behind()),
                "  strangers' requests %s"
                        .formatted(counted(audience.intrusions().stream()
                                .map(Intrusion::status)
                                .toList())),
                latency());
    }

    private Stream<Connection> connections() {
        return evidence.audience().watched().stream().flatMap(each -> each.connections().stream());
    }

    private static Map<Object, Long> counted(List<?> all) {
        return all.stream().collect(Collectors.groupingBy(each -> (Object) each, TreeMap::new, Collectors.counting()));
    }

    private long behind() {
        return evidence.audience().watched().stream()
                .filter(each -> each.who().equals("latecomer"))
                .flatMap(each -> each.connections().stream()
                        .filter(one -> !one.heard().isEmpty())
                        .limit(1))
                .filter(first -> !first.heard().getFirst().isEnd())
                .count();
    }

    /** From the record to the event, where a page was connected all the while. */
    private String latency() {
        Map<ChallengeId, Told> decisions = evidence.decisions();
        List<Duration> all = new ArrayList<>();
        for (Watched watched : evidence.audience().watched()) {
            @Nullable Told decision = decisions.get(watched.challengeId());
            @Nullable Heard end = watched.end().orElse(null);
            if (decision != null && end != null && !end.event().equals(Heard.STATE)) {
                all.add(Duration.between(decision.at(), end.at()));
            }
        }
        all.sort(null);
        return all.isEmpty()
                ? "  nobody was connected when an outcome came"
                : "  from the outcome to %,d connected watchers: median %d ms, p99 %d ms, longest %d ms"
                        .formatted(
                                all.size(),
                                all.get(all.size() / 2).toMillis(),
                                all.get(all.size() * 99 / 100).toMillis(),
                                all.getLast().toMillis());
    }
}
