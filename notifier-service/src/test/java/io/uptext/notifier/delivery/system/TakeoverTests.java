/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.OutcomeNotice;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.topic.Topic;
import io.uptext.testkit.backend.Backends;
import io.uptext.testkit.backend.KafkaBroker;
import io.uptext.testkit.process.ChildJvm;
import io.uptext.testkit.record.TopicLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two notifiers, of which one dies, comes late, or has no broker for a while. */
class TakeoverTests {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    @Test
    void who_takes_over_from_one_that_died_between_two_attempts_delivers_what_it_could_not() {
        try (Hook hook = new Hook();
                KafkaBroker broker = Backends.ownKafka("webhook-takeover");
                Site site = new Site(broker.bootstrapServers(), folder, hook)) {
            hook.answers(_ -> 500);
            List<OutcomeNotice> notices = new ArrayList<>();
            try (ChildJvm first = ChildJvm.start(
                            NotifierProgram.class, folder.resolve("first.log"), List.of(), site.arguments(hook));
                    TopicLog log = site.log(Topic.WEBHOOK_DELIVERIES)) {
                notices.addAll(site.schedule(Site.ACME, 20));
                await().atMost(LIMIT)
                        .until(() -> Site.events(log).stream().anyMatch(WebhookAttempted.class::isInstance));
                first.kill();
            }
            hook.answers(_ -> 204);
            int before = hook.requests().size();
            try (var _ = site.notifier(hook)) {
                List<String> wanted =
                        notices.stream().map(each -> each.id().value()).toList();
                await().atMost(LIMIT)
                        .until(() ->
                                hook.ids().subList(before, hook.ids().size()).containsAll(wanted));
                assertThat(hook.ids().subList(before, hook.ids().size())).doesNotHaveDuplicates();
                assertThat(new HashSet<>(hook.ids())).hasSameElementsAs(wanted);
            }
        }
    }

    @Test
    void each_delivery_is_made_by_one_of_two_also_while_the_second_comes_and_the_first_goes() {
        try (Hook hook = new Hook();
                KafkaBroker broker = Backends.ownKafka("webhook-two");
                Site site = new Site(broker.bootstrapServers(), folder, hook)) {
            List<OutcomeNotice> notices = new ArrayList<>();
            ConfigurableApplicationContext first = site.notifier(hook);
            notices.addAll(site.schedule(Site.ACME, 50));
            await().atMost(LIMIT).until(() -> !hook.requests().isEmpty());
            try (var _ = site.notifier(hook)) {
                notices.addAll(site.schedule(Site.ACME, 100));
                await().atMost(LIMIT).until(() -> hook.requests().size() >= notices.size());
                first.close();
                notices.addAll(site.schedule(Site.ACME, 50));
                await().atMost(LIMIT).until(() -> hook.requests().size() >= notices.size());
            } finally {
                first.close();
            }
            assertThat(hook.ids())
                    .containsExactlyInAnyOrderElementsOf(
                            notices.stream().map(each -> each.id().value()).toList());
        }
    }

    @Test
    void a_broker_that_is_away_for_a_while_loses_nothing() {
        try (Hook hook = new Hook();
                KafkaBroker broker = Backends.ownKafka("webhook-outage");
                Site site = new Site(broker.bootstrapServers(), folder, hook)) {
            try (var _ = site.notifier(hook)) {
                List<OutcomeNotice> notices = new ArrayList<>(site.schedule(Site.ACME, 5));
                await().atMost(LIMIT).until(() -> hook.requests().size() >= notices.size());
                broker.stop();
                broker.start();
                notices.addAll(site.schedule(Site.ACME, 5));
                await().atMost(LIMIT)
                        .until(() -> hook.ids()
                                .containsAll(notices.stream()
                                        .map(each -> each.id().value())
                                        .toList()));
            }
        }
    }
}
