/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.webhooks;

import io.uptext.cli.kafka.NoSuchTopicException;
import io.uptext.cli.kafka.TopicScan;
import io.uptext.contracts.event.WebhookEndpointEnabled;
import io.uptext.contracts.topic.Topic;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.WebhookId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ./uptext webhooks enable}: has a webhook asked again. */
@Command(
        name = "enable",
        sortOptions = false,
        usageHelpWidth = 100,
        description = {
            "",
            "Has a webhook asked again that said that it was gone (410), and one that is being left alone asked at once.",
            "What was kept meanwhile stays so until it is replayed.",
            ""
        },
        customSynopsis = "./uptext webhooks enable RELYING-PARTY/WEBHOOK [OPTION...]")
final class EnableWebhook extends WebhooksCommand {

    @Parameters(paramLabel = "RELYING-PARTY/WEBHOOK", description = "The two names that it has in the registry.")
    private String target = "";

    EnableWebhook(Clock clock) {
        super(clock);
    }

    @Override
    void check() {
        var _ = enabled();
    }

    private WebhookEndpointEnabled enabled() {
        String[] names = target.split("/", -1);
        try {
            if (names.length == 2) {
                return new WebhookEndpointEnabled(new RelyingPartyId(names[0]), new WebhookId(names[1]), now());
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IllegalArgumentException(
                "A webhook is named by its relying party and its id in the registry, acme/login for example.");
    }

    @Override
    int run(Map<String, Object> settings) throws NoSuchTopicException {
        WebhookEndpointEnabled enabled = enabled();
        Disabled disabled = new Disabled();
        try (TopicScan scan = new TopicScan(settings)) {
            scan.read(
                    Topic.WEBHOOK_ENDPOINTS,
                    Instant.EPOCH,
                    each -> EventJson.read(each).ifPresent(disabled::take));
        }
        try (Writing writing = new Writing(settings)) {
            writing.write(enabled, enabled.key());
            writing.finish();
        }
        Optional<Instant> since = disabled.since(enabled.key());
        out().println(
                        since.isPresent()
                                ? enabled.key() + " was disabled since " + since.get() + " and is enabled now."
                                : enabled.key() + " was not disabled. If it is being left alone, it is asked at once.");
        return CommandLine.ExitCode.OK;
    }
}
