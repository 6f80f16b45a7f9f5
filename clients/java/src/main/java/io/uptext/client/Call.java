/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A request that can be repeated: reading and cancelling are the same however often they come, and the others have a name.
 *
 * @param name the idempotency key, one for all tries
 * @param patience how long the answer may wait for something to happen
 */
record Call(
        String method,
        String path,
        @Nullable String body,
        @Nullable IdempotencyKey name,
        Duration patience) {

    static Call get(String path) {
        return new Call("GET", path, null, null, Duration.ZERO);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, null, null, Duration.ZERO);
    }

    static Call post(String path, String body, IdempotencyKey name) {
        return new Call("POST", path, body, name, Duration.ZERO);
    }

    /** The same, whose answer may wait. */
    Call waiting(Duration patience) {
        return new Call(method, path, body, name, patience);
    }

    /** Without the body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
