/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.cli.kafka.NoSuchTopicException;
import io.uptext.cli.kafka.TopicScan;
import io.uptext.cli.simulate.Words;
import io.uptext.contracts.topic.Topic;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;

/** {@code ./uptext webhooks list}: what is waiting, delivered and kept, and which webhooks are disabled. */
@Command(
        name = "list",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "",
            "Counts deliveries by webhook, and prints those with a --status, the newest first. It reads all that",
            "the topic has kept, and so finds more than the API does.",
            ""
        },
        customSynopsis = "./uptext webhooks list [OPTION...]")
final class ListDeliveries extends WebhooksCommand {

    @ArgGroup(validate = false, order = 2, heading = "%nWhich deliveries%n")
    private Selection selection = new Selection();

    ListDeliveries(Clock clock) {
        super(clock);
    }

    @Override
    void check() {
        selection.check(now());
    }

    @Override
    int run(Map<String, Object> settings) throws NoSuchTopicException {
        DeliveriesSeen seen = new DeliveriesSeen(selection);
        Disabled disabled = new Disabled();
        try (TopicScan scan = new TopicScan(settings)) {
            scan.read(
                    Topic.WEBHOOK_DELIVERIES,
                    selection.since(now()),
                    each -> EventJson.read(each).ifPresent(seen::take));
            scan.read(
                    Topic.WEBHOOK_ENDPOINTS,
                    Instant.EPOCH,
                    each -> EventJson.read(each).ifPresent(disabled::take));
        }
        if (selection.hasStatus()) {
            print(seen.selected());
        }
        summarise(seen.counts(), disabled);
        return CommandLine.ExitCode.OK;
    }

    private void print(List<Seen> deliveries) {
        for (Seen each : deliveries) {
            out().printf(
                            "%s  %s  %-9s  %s  %s %s  %s%s%n",
                            each.since(),
                            each.id(),
                            each.status().word(),
                            each.target(),
                            Words.count(each.attempts()),
                            each.attempts() == 1 ? "attempt" : "attempts",
                            each.notice().challengeId(),
                            each.why().isEmpty() ? "" : "  (" + each.why() + ")");
        }
    }

    private void summarise(Map<String, Map<Seen.Status, Long>> counts, Disabled disabled) {
        if (counts.isEmpty()) {
            out().println("no deliveries");
        }
        counts.forEach((target, byStatus) -> out().printf(
                        "%s: %s waiting, %s delivered, %s kept%s%n",
                        target,
                        Words.count(byStatus.getOrDefault(Seen.Status.WAITING, 0L)),
                        Words.count(byStatus.getOrDefault(Seen.Status.DELIVERED, 0L)),
                        Words.count(byStatus.getOrDefault(Seen.Status.KEPT, 0L)),
                        disabled.since(target)
                                .map(at -> "; disabled since " + at)
                                .orElse("")));
    }
}
