/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which deliveries. */
final class Selection {

    @Option(names = "--relying-party", paramLabel = "NAME", description = "Of this relying party.")
    private @Nullable String relyingParty;

    @Option(names = "--webhook", paramLabel = "ID", description = "To this webhook; with --relying-party.")
    private @Nullable String webhook;

    @Option(names = "--status", paramLabel = "STATUS", description = "That are waiting, delivered or kept.")
    private @Nullable String status;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Scheduled since then: 2026-11-24T08:00:00Z, or 30m, 12h or 7d ago. Without it, all that there are.")
    private @Nullable String since;

    @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
    private @Nullable Long limit;

    /**
     * Whether it makes sense.
     *
     * @throws IllegalArgumentException with a sentence if not
     */
    void check(Instant now) {
        name("--relying-party is the name of a relying party in the registry", relyingParty, RelyingPartyId::new);
        name("--webhook is the id of a webhook in the registry", webhook, WebhookId::new);
        if (webhook != null && relyingParty == null) {
            throw new IllegalArgumentException(
                    "--webhook goes with --relying-party, for others may have one of that id.");
        }
        if (status != null && Seen.Status.of(status).isEmpty()) {
            throw new IllegalArgumentException("--status is one of " + Seen.Status.all() + ".");
        }
        if (limit != null && limit < 1) {
            throw new IllegalArgumentException("--limit is 1 or more.");
        }
        var _ = since(now);
    }

    private static void name(String sentence, @Nullable String name, Function<String, ?> type) {
        if (name != null) {
            try {
                var _ = type.apply(name);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(sentence + ".", e);
            }
        }
    }

    /** From when on. */
    Instant since(Instant now) {
        if (since == null) {
            return Instant.EPOCH;
        }
        try {
            Instant time = since.matches("[0-9]{1,6}[mhd]") ? now.minus(ago(since)) : Instant.parse(since);
            // Years that Kafka cannot count in milliseconds are nobody's.
            return Instant.ofEpochMilli(time.toEpochMilli());
        } catch (DateTimeException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "--since is a time like 2026-11-24T08:00:00Z, or 30m, 12h or 7d for so long ago.", e);
        }
    }

    private static Duration ago(String text) {
        long number = Long.parseLong(text.substring(0, text.length() - 1));
        return switch (text.charAt(text.length() - 1)) {
            case 'm' -> Duration.ofMinutes(number);
            case 'h' -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    boolean isEverything() {
        return relyingParty == null && status == null && since == null && limit == null;
    }

    boolean hasStatus() {
        return status != null;
    }

    void standsFor(Seen.Status usual) {
        if (status == null) {
            status = usual.word();
        }
    }

    long limit() {
        return limit == null ? Long.MAX_VALUE : limit;
    }

    boolean hasTarget(DeliveryEvent event) {
        return (relyingParty == null || relyingParty.equals(event.relyingParty().value()))
                && (webhook == null || webhook.equals(event.webhook().value()));
    }

    boolean has(Seen seen) {
        return status == null || status.equals(seen.status().word());
    }
}
