/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import io.uptext.platform.http.ClientNetwork;
import java.util.Optional;

/** Where an end user comes from, as their relying party says. It is counted by and kept nowhere. */
public final class EndUser {

    private final ClientNetwork network;

    private EndUser(ClientNetwork network) {
        this.network = network;
    }

    /** Reads an address, as {@link ClientNetwork#parse}. */
    public static Optional<EndUser> parse(String literal) {
        return ClientNetwork.parse(literal).map(EndUser::new);
    }

    /** What it is counted by, in hexadecimal. */
    String prefix() {
        return network.prefix();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EndUser that && network.equals(that.network);
    }

    @Override
    public int hashCode() {
        return network.hashCode();
    }

    /** Masked: an address is personal data. */
    @Override
    public String toString() {
        return "EndUser[***]";
    }
}
