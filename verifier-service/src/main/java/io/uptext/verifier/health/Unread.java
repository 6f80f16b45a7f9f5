/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What nobody in the group reads.
 *
 * @param missing topics that are not there
 * @param orphans partitions that no consumer has held for too long, as {@code topic-number}
 */
record Unread(Set<String> missing, List<String> orphans) {

    Unread(Collection<String> missing, Collection<String> orphans) {
        this(Set.copyOf(missing), orphans.stream().sorted().toList());
    }

    boolean isNothing() {
        return missing.isEmpty() && orphans.isEmpty();
    }
}
