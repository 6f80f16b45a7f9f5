/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.fanout;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of notices to parties' topics, for the log and the metrics: a line when those of a party begin to become dead
 * letters, a line when they no longer do, and a count of each.
 */
final class Complaints {

    private static final Logger log = LoggerFactory.getLogger(PartyTopics.class);
    private static final String NOTICES = "uptext.party.topic.notices";

    private final MeterRegistry meters;
    private final Set<RelyingPartyId> complained = new HashSet<>();

    Complaints(MeterRegistry meters) {
        this.meters = meters;
    }

    synchronized void blocked(RelyingPartyId party, Obstacle obstacle, Throwable why) {
        if (complained.add(party)) {
            log.warn(
                    "Outcomes of {} become dead letters: {} ({})",
                    party,
                    obstacle.words(),
                    why.getClass().getSimpleName());
        }
    }

    synchronized void over(RelyingPartyId party) {
        if (complained.remove(party)) {
            log.info("The topic of {} takes its outcomes again", party);
        }
    }

    void told(RelyingPartyId party, int notices) {
        counter(party, "told").increment(notices);
    }

    void setAside(RelyingPartyId party) {
        counter(party, "set_aside").increment();
    }

    private Counter counter(RelyingPartyId party, String result) {
        return meters.counter(NOTICES, "relying_party", party.value(), "result", result);
    }
}
