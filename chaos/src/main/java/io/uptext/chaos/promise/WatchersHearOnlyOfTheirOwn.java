/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No event is about another challenge. Events name none, so each must fit: a state has the end of this challenge's validity, to
 * the millisecond, and an outcome or an attempt is one that the log has for it, and had by then.
 */
public final class WatchersHearOnlyOfTheirOwn implements Promise {

    @Override
    public String sentence() {
        return "No watcher hears of a challenge that is not its own";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        Map<ChallengeId, List<Told>> records = new HashMap<>();
        evidence.told()
                .forEach(told -> records.computeIfAbsent(told.event().challengeId(), _ -> new ArrayList<>())
                        .add(told));
        List<String> broken = new ArrayList<>();
        for (Watched watched : evidence.audience().watched()) {
            List<Told> own = records.getOrDefault(watched.challengeId(), List.of());
            for (Connection connection : watched.connections()) {
                connection.heard().stream()
                        .filter(heard -> !isOwn(heard, watched, own))
                        .forEach(heard -> broken.add("%s heard %s at %s, which is not of it: %s"
                                .formatted(watched, heard.words(), heard.at(), connection)));
            }
        }
        return broken;
    }

    private static boolean isOwn(Heard heard, Watched watched, List<Told> own) {
        if (heard.expiresAt() != null && !heard.expiresAt().equals(watched.expiresAt())) {
            return false;
        }
        if (heard.isEnd()) {
            return own.stream()
                    .anyMatch(record ->
                            Outcomes.isToldBy(record, heard) && !heard.at().isBefore(record.at()));
        }
        return heard.event().equals(Heard.STATE) || own.stream().anyMatch(record -> Outcomes.isAttempt(record, heard));
    }
}
