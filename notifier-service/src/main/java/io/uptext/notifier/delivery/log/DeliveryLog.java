/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import io.uptext.contracts.event.DeliveryEvent;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.event.WebhookReplayRequested;
import io.uptext.contracts.event.WebhookScheduled;
import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.kafka.EventRecords;
import io.uptext.platform.kafka.PoisonException;
import io.uptext.platform.kafka.TopicReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What every instance knows of all deliveries, whoever makes them: of each relying party those that have not ended, and the
 * thousand that ended last.
 */
public final class DeliveryLog implements TopicReader.View {

    private final Duration window;
    private final Map<RelyingPartyId, PartyLog> parties = new ConcurrentHashMap<>();
    private volatile boolean isCurrent;

    /**
     * An empty log.
     *
     * @param window how far back it goes
     */
    public DeliveryLog(Duration window) {
        this.window = window;
    }

    PartyLog of(RelyingPartyId party) {
        return parties.computeIfAbsent(party, _ -> new PartyLog());
    }

    boolean isCurrent() {
        return isCurrent;
    }

    @Override
    public String name() {
        return "webhook deliveries";
    }

    @Override
    public void apply(ConsumerRecord<byte[], byte[]> record) throws PoisonException {
        if (EventRecords.read(record) instanceof DeliveryEvent event) {
            apply(event);
        }
    }

    void apply(DeliveryEvent event) {
        PartyLog log = of(event.relyingParty());
        switch (event) {
            case WebhookScheduled scheduled -> {
                if (log.find(scheduled.deliveryId()).isEmpty()) {
                    log.put(LoggedDelivery.scheduled(
                            scheduled.deliveryId(), scheduled.webhook(), scheduled.notice(), scheduled.scheduledAt()));
                }
            }
            case WebhookAttempted attempted -> change(log, event.deliveryId(), each -> each.attempted(attempted));
            case WebhookKept kept -> change(log, event.deliveryId(), each -> each.kept(kept));
            case WebhookReplayRequested replay ->
                log.put(log.find(replay.deliveryId())
                        .map(each -> each.replayed(replay.requestedAt()))
                        .orElseGet(() -> LoggedDelivery.scheduled(
                                replay.deliveryId(), replay.webhook(), replay.notice(), replay.requestedAt())));
        }
    }

    private static void change(PartyLog log, DeliveryId id, UnaryOperator<LoggedDelivery> change) {
        log.find(id).map(change).ifPresent(log::put);
    }

    @Override
    public void becomeCurrent() {
        isCurrent = true;
    }

    @Override
    public void forgetBefore(Instant now) {
        parties.values().forEach(each -> each.forgetBefore(now.minus(window)));
    }
}
