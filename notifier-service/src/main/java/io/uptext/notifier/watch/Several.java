/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Those who wait for one challenge, where it is more than one: a person with two tabs. */
record Several(List<Watcher> all) implements Watcher {

    Several {
        all = List.copyOf(all);
    }

    static Watcher with(@Nullable Watcher known, Watcher another) {
        return switch (known) {
            case null -> another;
            case Several(List<Watcher> several) ->
                new Several(Stream.concat(several.stream(), Stream.of(another)).toList());
            case Watcher one -> new Several(List.of(one, another));
        };
    }

    static @Nullable Watcher without(Watcher known, Watcher gone) {
        if (known instanceof Several(List<Watcher> several)) {
            List<Watcher> rest =
                    several.stream().filter(each -> !each.equals(gone)).toList();
            return switch (rest.size()) {
                case 0 -> null;
                case 1 -> rest.getFirst();
                default -> new Several(rest);
            };
        }
        return known.equals(gone) ? null : known;
    }

    static int count(@Nullable Watcher known) {
        return switch (known) {
            case null -> 0;
            case Several(List<Watcher> several) -> several.size();
            case Watcher _ -> 1;
        };
    }

    @Override
    public void changed(long recordedAt) {
        all.forEach(each -> each.changed(recordedAt));
    }

    @Override
    public void attempt(AttemptFlaw flaw) {
        all.forEach(each -> each.attempt(flaw));
    }
}
