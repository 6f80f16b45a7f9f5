/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.simulate;

import io.uptext.simulator.Fault;
import io.uptext.simulator.Proof;
import io.uptext.simulator.smsc.Concatenation;
import io.uptext.simulator.smsc.Encoding;
import io.uptext.simulator.smsc.PartOrder;
import io.uptext.simulator.smsc.WrongPdu;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Names of a closed list, as they are written on the command line: in lower case, with dashes. */
final class Spelling {

    private Spelling() {}

    static String list(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static <T> T parse(String written, List<T> values) {
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

    /** Encodings. */
    static final class OfEncoding implements ITypeConverter<Encoding> {

        @Override
        public Encoding convert(String written) {
            return parse(written, List.of(Encoding.values()));
        }
    }

    /** Ways of long texts. */
    static final class OfConcatenation implements ITypeConverter<Concatenation> {

        @Override
        public Concatenation convert(String written) {
            return parse(written, List.of(Concatenation.values()));
        }
    }

    /** Orders of parts. */
    static final class OfPartOrder implements ITypeConverter<PartOrder> {

        @Override
        public PartOrder convert(String written) {
            return parse(written, List.of(PartOrder.values()));
        }
    }

    /** Wrong PDUs. */
    static final class OfWrongPdu implements ITypeConverter<WrongPdu> {

        @Override
        public WrongPdu convert(String written) {
            return parse(written, List.of(WrongPdu.values()));
        }
    }
}
