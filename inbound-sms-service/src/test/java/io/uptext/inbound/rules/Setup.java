/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.SharedSecrets;
import io.uptext.inbound.door.SigningDoor;
import io.uptext.simulator.Account;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A provider's account and the connector that it delivers to.
 *
 * @param title for whoever reads a failure
 * @param uncovered what the scheme does not cover
 * @param own mutations that only this provider's requests can suffer
 */
public record Setup(
        String title,
        SimulatedProvider provider,
        Account account,
        Connector connector,
        Set<Uncovered> uncovered,
        List<Mutation> own) {

    private static final SimulatedSms SMS = new SimulatedSms(
            "0f8fad5b-d9cb-469f-a165-70867728950e", "+46701234567", "50500", "ACME LOGIN 7KQ4M2XHC & more = 100%");

    /** A good request, proven at a time. */
    public SimulatedRequest request(Instant now) {
        return provider.request(SMS, account, now);
    }

    /** A request that is proven with a secret which this connector does not have. */
    public SimulatedRequest requestOfAnother(Instant now) {
        return provider.request(SMS, account.withSecret(provider.otherSecret(account.secret())), now);
    }

    /** Whether its proof is the provider's signature. */
    boolean isSigned() {
        return connector.credentials().authentication() == Authentication.SIGNATURE;
    }

    /** What the connector thinks of a request. */
    public Authenticity authenticate(RawRequest request) {
        return isSigned() && connector.door() instanceof SigningDoor door
                ? door.authenticate(request, connector)
                : SharedSecrets.authenticate(request, connector);
    }

    /** Why a mutant may pass, if it may. */
    Optional<Uncovered> excuse(SimulatedRequest original, SimulatedRequest mutant) {
        return uncovered.stream().filter(each -> each.excuses(original, mutant)).findFirst();
    }

    @Override
    public String toString() {
        return title;
    }
}
