/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A delivery as the log has it.
 *
 * @param notice what is delivered
 * @param since when it was scheduled, or asked for again
 * @param attempts how many there were
 * @param why what came of the last one, or why it is kept; empty at first
 */
record Seen(
        DeliveryId id,
        WebhookId webhook,
        OutcomeNotice notice,
        Instant since,
        Status status,
        int attempts,
        String why) {

    /** Where it stands. */
    enum Status {
        WAITING,
        DELIVERED,
        KEPT;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Status> of(String word) {
            return Arrays.stream(values())
                    .filter(each -> each.word().equals(word))
                    .findFirst();
        }

        static String all() {
            return Arrays.stream(values()).map(Status::word).collect(Collectors.joining(", "));
        }
    }

    Seen(DeliveryId id, WebhookId webhook, OutcomeNotice notice, Instant since) {
        this(id, webhook, notice, since, Status.WAITING, 0, "");
    }

    Seen attempted(Status next, String what) {
        return new Seen(id, webhook, notice, since, next, attempts + 1, what);
    }

    Seen kept(String reason) {
        return new Seen(id, webhook, notice, since, Status.KEPT, attempts, reason);
    }

    Seen again() {
        return new Seen(id, webhook, notice, since, Status.WAITING, attempts, "asked for again");
    }

    /** The two names of its webhook. */
    String target() {
        return notice.relyingParty() + "/" + webhook;
    }
}
