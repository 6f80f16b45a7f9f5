/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.inbound.door.Part;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the parts of longer messages until all are there, on the side: each part is published by itself too, so a missing
 * part delays nothing. It fails open: where it cannot keep a part, the joined text is missing, and the parts are not.
 */
public interface PartMemory {

    /**
     * Keeps a part. It never fails.
     *
     * @param message what is unique to the whole message: connector, sender, destination and reference
     * @return the whole text, if this part completes it
     */
    CompletableFuture<Optional<String>> add(String message, Part part, String text);
}
