/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import org.jspecify.annotations.Nullable;

/**
 * A request that can be repeated: reading and cancelling are the same however often they come, and the others have a name.
 *
 * @param name the idempotency key, one for all tries
 */
record Call(
        String method,
        String path,
        @Nullable String body,
        @Nullable IdempotencyKey name) {

    static Call get(String path) {
        return new Call("GET", path, null, null);
    }

    static Call delete(String path) {
        return new Call("DELETE", path, null, null);
    }

    static Call post(String path, String body, IdempotencyKey name) {
        return new Call("POST", path, body, name);
    }

    /** Without the body. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
