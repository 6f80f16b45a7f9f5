/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Door;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How accounts and connectors of one provider are set up: what it signs with, and what that leaves open. */
final class Row {

    private static final String SHARED_SECRET = "a-secret-of-many-characters";
    private static final String USER_AND_PASSWORD = "uptext:a-password";

    private final String provider;
    private final Door door;
    private final List<Signed> signed = new ArrayList<>();

    private Row(String provider, Door door) {
        this.provider = provider;
        this.door = door;
    }

    static Row of(String provider, Door door) {
        return new Row(provider, door);
    }

    String provider() {
        return provider;
    }

    /** One more way of signing, with a secret that both sides know. */
    Row signed(String secret, Uncovered... uncovered) {
        return signed(new Signed("signature", secret, secret).leavesOpen(uncovered));
    }

    /** One more way of signing. */
    Row signed(Signed way) {
        signed.add(way);
        return this;
    }

    /** A setup for each way of signing, and for each way that any provider can have. */
    Stream<Setup> setups(SimulatedProvider simulated) {
        return Stream.concat(
                signed.stream().map(way -> way.setup(simulated, door)),
                simulated.proofs().stream()
                        .filter(proof -> proof != Proof.SIGNATURE && proof != Proof.NONE)
                        .map(proof -> shared(simulated, proof)));
    }

    private Setup shared(SimulatedProvider simulated, Proof proof) {
        String secret = proof == Proof.BASIC ? USER_AND_PASSWORD : SHARED_SECRET;
        Set<Uncovered> uncovered = proof == Proof.BASIC
                ? EnumSet.of(Uncovered.CASE_OF_SCHEME, Uncovered.QUERY)
                : EnumSet.noneOf(Uncovered.class);
        return new Setup(
                provider + " by " + proof,
                simulated,
                Account.of(URI.create(Connectors.URL), proof, secret),
                Connectors.of(door)
                        .knownBy(Authentication.valueOf(proof.name()))
                        .secrets(secret)
                        .build(),
                uncovered,
                List.of());
    }
}
