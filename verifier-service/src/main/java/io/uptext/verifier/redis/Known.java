/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What slots hold that this instance has written last, so that their next arrival needs no look. Whether it is still so
 * is for compare-and-set to say.
 */
final class Known {

    private final int most;
    private final Map<String, String> held;

    Known(int most) {
        this.most = most;
        this.held = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > Known.this.most;
            }
        };
    }

    @Nullable
    String get(String name) {
        return held.get(name);
    }

    void put(String name, String value) {
        held.put(name, value);
    }

    void forget(String name) {
        held.remove(name);
    }

    void clear() {
        held.clear();
    }
}
