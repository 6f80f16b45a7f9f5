/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.book;

import java.util.random.RandomGenerator;

/** A book with a mistake: everybody stands in one queue. */
public final class OneLane {

    private OneLane() {}

    public static DeliveryBook book(Rules rules, RandomGenerator random) {
        return new DeliveryBook(rules, random, _ -> "everybody");
    }
}
