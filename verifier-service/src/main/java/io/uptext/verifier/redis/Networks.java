/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.LineType;
import io.uptext.contracts.vocabulary.NetworkCode;
import org.jspecify.annotations.Nullable;

/** A sender's network among the fields of a slot. */
final class Networks {

    private Networks() {}

    static void put(StringBuilder to, @Nullable SenderNetwork network) {
        @Nullable NetworkCode code = network == null ? null : network.code();
        @Nullable LineType lineType = network == null ? null : network.lineType();
        Fields.put(to, code == null ? null : code.value());
        Fields.put(to, network == null ? null : Fields.harmless(network.carrier()));
        Fields.put(to, lineType == null ? null : lineType.name());
    }

    static @Nullable SenderNetwork read(Fields fields) {
        @Nullable String code = fields.optional();
        @Nullable String carrier = fields.optional();
        @Nullable String lineType = fields.optional();
        return SenderNetwork.ofNullable(
                code == null ? null : new NetworkCode(code),
                carrier,
                lineType == null ? null : LineType.valueOf(lineType));
    }
}
