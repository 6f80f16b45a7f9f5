/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.cli.kafka.NoSuchTopicException;
import io.uptext.cli.kafka.TopicScan;
import io.uptext.cli.simulate.CtrlC;
import io.uptext.cli.simulate.Words;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.DeliveryId;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./uptext webhooks replay}: has outcomes delivered again. */
@Command(
        name = "replay",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "",
            "Has deliveries made again, by the same ids: those named, or those of a selection, which are the kept ones",
            "unless a --status says otherwise. A webhook that is disabled has to be enabled first.",
            ""
        },
        customSynopsis = "./uptext webhooks replay DELIVERY... | SELECTION... | --all [--dry-run] [OPTION...]")
final class ReplayDeliveries extends WebhooksCommand {

    private static final int SHOW_EVERY = 1000;

    @Parameters(arity = "0..*", paramLabel = "DELIVERY", description = "Their ids, dlv_ and 26 characters.")
    private List<String> ids = List.of();

    @ArgGroup(validate = false, order = 2, heading = "%nWhich deliveries%n")
    private Selection selection = new Selection();

    @Option(names = "--all", order = 0, description = "All that are kept.")
    private boolean all;

    @Option(names = "--dry-run", order = 0, description = "Only print what would be delivered again.")
    private boolean dryRun;

    ReplayDeliveries(Clock clock) {
        super(clock);
    }

    @Override
    void check() {
        selection.check(now());
        ids.forEach(ReplayDeliveries::id);
        if (!ids.isEmpty() && (all || !selection.isEverything())) {
            throw new IllegalArgumentException("Name deliveries, or select them; both at once is not possible.");
        }
        if (ids.isEmpty() && selection.isEverything() != all) {
            throw new IllegalArgumentException(
                    all
                            ? "--all does not go with --relying-party, --webhook, --status, --since or --limit."
                            : "Say which: ids of deliveries, --relying-party, --webhook, --status, --since, --limit, or --all.");
        }
    }

    private static DeliveryId id(String text) {
        try {
            return new DeliveryId(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The id of a delivery is dlv_ and 26 characters, as list prints it.", e);
        }
    }

    @Override
    int run(Map<String, Object> settings) throws NoSuchTopicException {
        if (ids.isEmpty()) {
            selection.standsFor(Seen.Status.KEPT);
        }
        Set<DeliveryId> named = ids.stream().map(ReplayDeliveries::id).collect(Collectors.toSet());
        DeliveriesSeen seen = new DeliveriesSeen(selection);
        try (TopicScan scan = new TopicScan(settings)) {
            scan.read(
                    Topic.WEBHOOK_DELIVERIES,
                    selection.since(now()),
                    each -> EventJson.read(each).ifPresent(seen::take));
        }
        List<Seen> found = seen.selected().stream()
                .filter(each -> named.isEmpty() || named.contains(each.id()))
                .toList();
        Set<DeliveryId> missing = new HashSet<>(named);
        found.forEach(each -> missing.remove(each.id()));
        missing.stream().map(DeliveryId::value).sorted().forEach(each -> err().println("There is no " + each + "."));
        if (dryRun) {
            found.forEach(each -> out().println(each.id() + " would be delivered to " + each.target() + " again"));
            out().println(deliveries(found.size()) + " would be delivered again.");
        } else {
            replay(found, settings);
        }
        return missing.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private void replay(List<Seen> found, Map<String, Object> settings) {
        AtomicBoolean isOver = new AtomicBoolean();
        try (var _ = CtrlC.means(() -> isOver.set(true));
                Writing writing = new Writing(settings)) {
            try {
                long taken = 0;
                // The oldest first, as they were scheduled.
                for (Seen each : found.reversed()) {
                    if (isOver.get() || !writing.goesOn()) {
                        break;
                    }
                    writing.write(
                            WebhookReplayRequested.of(each.notice(), each.webhook(), now()),
                            each.notice().challengeId().value());
                    if (++taken % SHOW_EVERY == 0) {
                        err().println(Words.count(taken) + " of " + Words.count(found.size()));
                    }
                }
                writing.finish();
            } finally {
                out().println(deliveries(writing.written()) + (writing.written() == 1 ? " is" : " are")
                        + " going to be made again."
                        + (writing.written() < found.size() ? " It ended early." : ""));
            }
        }
    }

    private static String deliveries(long number) {
        return Words.count(number) + (number == 1 ? " delivery" : " deliveries");
    }
}
