/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.contracts.vocabulary.AttemptFlaw;
import io.uptext.notifier.recent.Ending;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of what happens, made when it happens for the first time: there are few ends and few flaws. */
final class Frames {

    private final Map<Ending, Frame> outcomes = new ConcurrentHashMap<>();
    private final Map<AttemptFlaw, Frame> attempts = new ConcurrentHashMap<>();

    Frame outcome(Ending ending) {
        return outcomes.computeIfAbsent(ending, each -> Frame.of(WatchEvent.Ended.of(each)));
    }

    Frame attempt(AttemptFlaw flaw) {
        return attempts.computeIfAbsent(flaw, each -> Frame.of(new WatchEvent.Attempt(each)));
    }
}
