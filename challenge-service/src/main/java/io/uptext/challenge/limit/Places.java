/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import java.util.List;

/**
 * The places of a challenge.
 *
 * @param destination as in {@link Admission}
 * @param challenge whose they are
 * @param caps the keys of the caps that they are of
 */
public record Places(String destination, String challenge, List<String> caps) {

    public Places {
        caps = List.copyOf(caps);
    }

    /** Those that a challenge takes. */
    public static Places of(Admission admission) {
        return new Places(
                admission.destination(),
                admission.challenge(),
                admission.caps().stream().map(Cap::key).toList());
    }
}
