/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import java.util.Collection;
import java.util.TreeMap;

/** What of the book is of one partition, in the order of the log. */
final class Share {

    boolean isCurrent;
    boolean isClosed;
    private long nextOffset;
    private final TreeMap<Long, Delivery> byOffset = new TreeMap<>();

    Share(long offset) {
        this.nextOffset = offset;
    }

    /** Whether a record is new; a partition is read in its order, and after a failure some of it again. */
    boolean reads(long offset) {
        boolean isNew = offset >= nextOffset;
        nextOffset = Math.max(nextOffset, offset + 1);
        return isNew;
    }

    Collection<Delivery> open() {
        return byOffset.values();
    }

    void add(Delivery delivery) {
        byOffset.put(delivery.offset, delivery);
    }

    void remove(Delivery delivery) {
        byOffset.remove(delivery.offset);
    }

    long lowWater() {
        return byOffset.isEmpty() ? nextOffset : byOffset.firstKey();
    }
}
