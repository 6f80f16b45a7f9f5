/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.Fault;
import io.uptext.simulator.Proof;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of a closed list, as they are written on the command line: in lower case, with dashes. */
public final class Spelling {

    private Spelling() {}

    /** All names, with commas between them. */
    public static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /**
     * The value with a name.
     *
     * @throws TypeConversionException if there is none
     */
    public static <T> T parse(String written, List<T> values) {
        return values.stream()
                .filter(value -> value.toString().equalsIgnoreCase(written))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("it is one of " + list(values)));
    }

    /** Ways of proof. */
    static final class OfProof implements ITypeConverter<Proof> {

        @Override
        public Proof convert(String written) {
            return parse(written, List.of(Proof.values()));
        }
    }

    /** Faults. */
    static final class OfFault implements ITypeConverter<Fault> {

        @Override
        public Fault convert(String written) {
            return parse(written, List.of(Fault.values()));
        }
    }
}
