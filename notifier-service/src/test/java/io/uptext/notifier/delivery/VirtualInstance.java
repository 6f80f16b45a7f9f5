/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import io.uptext.contracts.event.EndpointEvent;
import io.uptext.contracts.event.WebhookAttempted;
import io.uptext.contracts.event.WebhookKept;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.notifier.delivery.book.DeliveryBook;
import io.uptext.notifier.delivery.book.Endpoint;
import io.uptext.notifier.delivery.book.Standing;
import io.uptext.notifier.webhook.Sender;
import io.uptext.notifier.webhook.Target;
import io.uptext.registry.Webhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A notifier that owns the one partition, until it dies. */
final class VirtualInstance implements Line, Endpoints, Tally {

    private static final Duration COMMIT_EVERY = Duration.ofSeconds(5);

    private final VirtualTime time;
    private final VirtualLog log;
    private final Courier courier;
    private int read;
    private boolean isDead;

    VirtualInstance(VirtualTime time, VirtualLog log, DeliveryBook book, Sender sender) {
        this.time = time;
        this.log = log;
        this.courier = new Courier(book, this, sender, log, this, this, time);
    }

    /** Takes over, from a record on. */
    void start(long from) {
        read = (int) from;
        courier.begin(0, from);
        read();
        courier.becomeCurrent(0);
        log.follow(this::read);
        commit();
    }

    /** At once, whatever it is at. */
    void die() {
        isDead = true;
    }

    private void read() {
        if (isDead) {
            return;
        }
        List<Arrival> arrivals = new ArrayList<>();
        while (read < log.records.size()) {
            arrivals.add(new Arrival(0, read, log.records.get(read)));
            read++;
        }
        courier.take(arrivals);
    }

    private void commit() {
        if (!isDead) {
            courier.lowWater(0).ifPresent(offset -> log.committed = offset);
            time.after(COMMIT_EVERY, this::commit);
        }
    }

    @Override
    public void execute(Runnable task) {
        at(time.instant(), task);
    }

    @Override
    public void at(Instant at, Runnable task) {
        time.at(at, () -> {
            if (!isDead) {
                task.run();
            }
        });
    }

    @Override
    public Standing standing(Endpoint endpoint) {
        return new Standing.Ready();
    }

    @Override
    public Optional<Target> target(Endpoint endpoint) {
        return Optional.of(target(endpoint.relyingParty(), endpoint.webhook().value()));
    }

    private static Target target(RelyingPartyId party, String webhook) {
        return new Target(party, new Webhook(webhook, URI.create("https://" + party + ".example/")));
    }

    @Override
    public void learn(EndpointEvent event) {
        throw new IllegalStateException("nobody here says that it is gone");
    }

    @Override
    public void count(WebhookAttempted attempted) {
        // Nobody looks.
    }

    @Override
    public void count(WebhookKept kept) {
        throw new IllegalStateException("nothing here has to be kept");
    }
}
