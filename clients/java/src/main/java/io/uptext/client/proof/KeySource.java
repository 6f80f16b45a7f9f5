/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.proof;

import java.util.concurrent.CompletableFuture;

/** Where the public keys come from. */
@FunctionalInterface
public interface KeySource {

    /** The JWK Set as it is published now. What has not come after 30 s is cancelled, and counts as an outage. */
    CompletableFuture<String> fetch();
}
