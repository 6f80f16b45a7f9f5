/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import io.uptext.contracts.vocabulary.DeliveryId;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The deliveries that ended last, for whoever scheduled them may do so again. One that is not remembered any more is delivered
 * twice, with the same id.
 */
final class Ended {

    private static final int MOST = 50_000;

    private final Set<DeliveryId> ids = new LinkedHashSet<>();

    boolean has(DeliveryId id) {
        return ids.contains(id);
    }

    void add(DeliveryId id) {
        ids.remove(id);
        ids.add(id);
        if (ids.size() > MOST) {
            ids.remove(ids.iterator().next());
        }
    }
}
