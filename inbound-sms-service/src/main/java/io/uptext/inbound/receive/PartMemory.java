/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.inbound.door.Part;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps the parts of longer messages until all are there, on the side: each part is published by itself too, so a missing
 * part delays nothing. It fails open: where it cannot keep a part, the joined text is missing, and the parts are not.
 */
public interface PartMemory {

    /** Of so many longer messages of one sender parts are kept at a time; a part of one more is not. */
    int MOST_OF_A_SENDER = 16;

    /**
     * Keeps a part, for as long as a challenge can be valid. A part that was there with another text gives way, together with
     * all others: somebody has begun a new message under an old reference. It never fails.
     *
     * @param sender whose message it is
     * @param place what is unique to the whole message among those of its sender: connector, destination, number of parts and
     *     reference, as a digest
     * @return the texts of all its parts in order, if all are there now
     */
    CompletableFuture<Optional<List<String>>> add(CodeKey sender, String place, Part part, String text);
}
