/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.cli.smsc;

import io.uptext.cli.simulate.Spelling;
import io.uptext.simulator.smsc.Concatenation;
import io.uptext.simulator.smsc.Encoding;
import io.uptext.simulator.smsc.PartOrder;
import io.uptext.simulator.smsc.WrongPdu;
import java.util.List;
import picocli.CommandLine.ITypeConverter;

/** Names of closed lists, as they are written on the command line. */
final class Names {

    private Names() {}

    /** Encodings. */
    static final class OfEncoding implements ITypeConverter<Encoding> {

        @Override
        public Encoding convert(String written) {
            return Spelling.parse(written, List.of(Encoding.values()));
        }
    }

    /** Ways of concatenation. */
    static final class OfConcatenation implements ITypeConverter<Concatenation> {

        @Override
        public Concatenation convert(String written) {
            return Spelling.parse(written, List.of(Concatenation.values()));
        }
    }

    /** Orders of parts. */
    static final class OfOrder implements ITypeConverter<PartOrder> {

        @Override
        public PartOrder convert(String written) {
            return Spelling.parse(written, List.of(PartOrder.values()));
        }
    }

    /** What can be wrong. */
    static final class OfWrong implements ITypeConverter<WrongPdu> {

        @Override
        public WrongPdu convert(String written) {
            return Spelling.parse(written, List.of(WrongPdu.values()));
        }
    }
}
