/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.SimulatedProvider;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeMap;

/** All providers on one page. */
final class ProviderList {

    private ProviderList() {}

    static void print(List<SimulatedProvider> providers, PrintWriter out) {
        for (SimulatedProvider provider : providers) {
            out.printf("%-18s %-40s %s%n", provider.name(), provider.title(), Spelling.list(provider.proofs()));
            new TreeMap<>(provider.options())
                    .forEach((name, words) -> out.printf("    --option %-24s %s%n", name + "=...", words));
        }
        out.println();
        out.println(
                "The first proof is the one of --proof unless it is said. With header and query, --option header=NAME");
        out.println("and --option parameter=NAME say where the secret stands.");
        out.println(
                "An operator's SMSC, which a receiver binds to over SMPP: ./uptext simulate smsc --help says more.");
        out.flush();
    }
}
