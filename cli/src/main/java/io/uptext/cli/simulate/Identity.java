/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.Account;
import io.uptext.simulator.Fault;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The provider's account, and whether it is really that. */
final class Identity {

    private static final String VARIABLE = "UPTEXT_SECRET";

    @Option(
            names = "--secret",
            paramLabel = "SECRET",
            description = "One of the connector's secrets, or what belongs to it. The variable " + VARIABLE
                    + " does the same, and other users of the machine do not see it.")
    private @Nullable String secret;

    @Option(
            names = "--proof",
            paramLabel = "PROOF",
            converter = Spelling.OfProof.class,
            description = "signature, basic, header, query or none. The provider's first in --list unless it is said.")
    private @Nullable Proof proof;

    @Option(
            names = "--option",
            paramLabel = "NAME=VALUE",
            description = "One of the provider's options; can be repeated.")
    private List<String> options = new ArrayList<>();

    @Option(
            names = "--wrong",
            paramLabel = "FAULT",
            converter = Spelling.OfFault.class,
            description = "Send what must be refused: wrong-secret, tampered (a byte was changed after signing),"
                    + " stale (signed ten minutes ago) or unproven (no proof at all).")
    private @Nullable Fault fault;

    Account account(SimulatedProvider provider, Place place, Map<String, String> variables) {
        Proof chosen = proof == null ? provider.proofs().getFirst() : proof;
        if (!provider.proofs().contains(chosen)) {
            throw new IllegalArgumentException(
                    "--proof is one of " + Spelling.list(provider.proofs()) + " for " + provider.name() + ".");
        }
        String shown = secret == null ? variables.getOrDefault(VARIABLE, "") : secret;
        if (shown.isEmpty() && provider.wantsSecret(chosen)) {
            throw new IllegalArgumentException("--secret is missing, and " + VARIABLE + " is not set.");
        }
        return new Account(place.url(), place.publicUrl(), chosen, shown, Options.of(options, provider, chosen));
    }

    /** The fault that was asked for, if it can be told at all. */
    @Nullable
    Fault fault(SimulatedProvider provider, Account account) {
        if (fault != null && !fault.shows(provider, account)) {
            throw new IllegalArgumentException("--wrong " + fault + " cannot be told from right with " + provider.name()
                    + " and --proof " + account.proof() + ".");
        }
        return fault;
    }
}
