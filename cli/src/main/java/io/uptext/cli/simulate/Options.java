/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A provider's options, as they are written on the command line. */
final class Options {

    private Options() {}

    static Map<String, String> of(List<String> written, SimulatedProvider provider, Proof proof) {
        Set<String> known = known(provider, proof);
        Map<String, String> options = new TreeMap<>();
        for (String each : written) {
            int equals = each.indexOf('=');
            if (equals < 1 || !known.contains(each.substring(0, equals))) {
                throw new IllegalArgumentException("--option is NAME=VALUE, "
                        + (known.isEmpty()
                                ? "but " + provider.name() + " has no options."
                                : "and the names are " + String.join(", ", known) + "."));
            }
            options.put(each.substring(0, equals), each.substring(equals + 1));
        }
        return options;
    }

    private static Set<String> known(SimulatedProvider provider, Proof proof) {
        Set<String> known = new TreeSet<>(provider.options().keySet());
        switch (proof) {
            case HEADER -> known.add("header");
            case QUERY -> known.add("parameter");
            case SIGNATURE, BASIC, NONE -> {}
        }
        return known;
    }
}
