/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Door;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** One way in which a provider signs, with the options of both sides. */
final class Signed {

    private final String title;
    private final String accountSecret;
    private final String connectorSecret;
    private final Map<String, String> accountOptions = new HashMap<>();
    private final Map<String, String> connectorOptions = new HashMap<>();
    private final Set<Uncovered> uncovered = EnumSet.noneOf(Uncovered.class);
    private final List<Mutation> own = new ArrayList<>();

    /** A way with a secret on each side: the same unless the provider has a key pair, empty where it knows no secrets. */
    Signed(String title, String accountSecret, String connectorSecret) {
        this.title = title;
        this.accountSecret = accountSecret;
        this.connectorSecret = connectorSecret;
    }

    /** An option of both sides. */
    Signed option(String name, String value) {
        return account(name, value).connector(name, value);
    }

    Signed account(String option, String value) {
        accountOptions.put(option, value);
        return this;
    }

    Signed connector(String option, String value) {
        connectorOptions.put(option, value);
        return this;
    }

    Signed leavesOpen(Uncovered... parts) {
        uncovered.addAll(List.of(parts));
        return this;
    }

    /** One more mutation that requests of this kind can suffer. */
    Signed mutation(String name, UnaryOperator<SimulatedRequest> change) {
        own.add(Mutation.fixed(name, change));
        return this;
    }

    /** A mutation that writes another value into a header, a label of an algorithm for example. */
    Signed relabelled(String header, String value) {
        return mutation(
                header + ": " + value, request -> request.without(header).with(header, value));
    }

    /** Mutations of the header of a JSON Web Token: labels of other algorithms, and of none. */
    Signed token(String header) {
        for (String label : List.of("none", "None", "RS256", "HS384", "hs256")) {
            mutation("alg " + label, request -> Tokens.relabel(request, header, label, true))
                    .mutation(
                            "alg " + label + " and no signature",
                            request -> Tokens.relabel(request, header, label, false));
        }
        return mutation("no signature", request -> Tokens.unsigned(request, header));
    }

    /** Mutations of a parameter of the form, the query or the JSON object, where that is what proves. */
    Signed provingParameter(String name) {
        return mutation("without " + name, request -> Parameters.without(request, name))
                .mutation("another " + name, request -> Parameters.twice(request, name))
                .mutation("empty " + name, request -> Parameters.empty(request, name));
    }

    Setup setup(SimulatedProvider provider, Door door) {
        URI url = URI.create(Connectors.URL);
        Connectors connector = Connectors.of(door).knownBy(Authentication.SIGNATURE);
        if (!connectorSecret.isEmpty()) {
            connector.secrets(connectorSecret);
        }
        connectorOptions.forEach(connector::option);
        return new Setup(
                provider.name() + " by " + title,
                provider,
                new Account(url, url, Proof.SIGNATURE, accountSecret, accountOptions),
                connector.build(),
                uncovered,
                own);
    }
}
