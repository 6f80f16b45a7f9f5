/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.uptext.inbound.smpp.Pdu;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What people hear of a bind: once for an outage, and where somebody has to act, each time. */
final class BindLog {

    private static final Logger log = LoggerFactory.getLogger(Bind.class);

    private final Bind.Place place;
    private boolean told;

    BindLog(Bind.Place place) {
        this.place = place;
    }

    void bound(Pdu.BindResponse response) {
        told = false;
        log.info(
                "{} has bind {} at {} as {}; the SMSC speaks {}",
                place.connector().id(),
                place.number(),
                place.smsc(),
                place.connector().settings().bind(),
                response.spoken());
    }

    void triesAnotherPassword() {
        log.info(
                "{} has another password for {}, which is tried now",
                place.connector().id(),
                place.smsc());
    }

    void isNotLetIn(Ending.Refused refused, Duration wait) {
        log.error(
                "{} is not let in at {}: {}. Check system-id and secrets; the next try is in {} seconds",
                place.connector().id(),
                place.smsc(),
                refused.reason(),
                wait.toSeconds());
    }

    /** A bind is lost, or has not come about. */
    void ended(Ending ending) {
        if (!told) {
            told = true;
            log.warn(
                    "{} has no bind {} at {}: {}. It is tried again until it stands",
                    place.connector().id(),
                    place.number(),
                    place.smsc(),
                    ending.reason());
        }
    }
}
