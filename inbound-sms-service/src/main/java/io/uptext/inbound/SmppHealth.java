/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.uptext.inbound.esme.BindState;
import io.uptext.inbound.esme.Binds;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Up while messages can come from every carrier: one of several binds is enough. It is no part of readiness, since to take
 * this instance out of service brings no SMSC back.
 */
final class SmppHealth implements HealthIndicator {

    private final Binds binds;

    SmppHealth(Binds binds) {
        this.binds = binds;
    }

    @Override
    public Health health() {
        Map<String, List<BindState>> states = binds.statuses().stream()
                .collect(Collectors.groupingBy(
                        status -> status.connector().value(),
                        TreeMap::new,
                        Collectors.mapping(Binds.Status::state, Collectors.toList())));
        Health.Builder health =
                states.values().stream().allMatch(all -> all.contains(BindState.BOUND)) ? Health.up() : Health.down();
        states.forEach((connector, all) -> health.withDetail(connector, all.toString()));
        return health.build();
    }
}
