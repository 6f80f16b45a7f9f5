/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a delivery stands, in the words of our API. */
enum DeliveryStatus {
    /** An attempt is to come, or under way. */
    WAITING,
    DELIVERED,
    /** There is no further attempt until somebody asks for one. */
    KEPT;

    @JsonValue
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DeliveryStatus> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }

    static String all() {
        return Arrays.stream(values()).map(DeliveryStatus::word).collect(Collectors.joining(", "));
    }
}
