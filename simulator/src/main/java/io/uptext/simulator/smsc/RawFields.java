/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a message's PDUs that are other than they would be.
 *
 * @param esmClass instead of 0; the bit for a user data header comes on top where there is one
 * @param dataCoding instead of the encoding's
 * @param protocolId instead of 0
 * @param source TON and NPI of the sender, instead of what the number looks like
 * @param destination the same of the receiver
 * @param octets instead of the text, in one PDU
 * @param tlvs behind all others
 * @param isDataSm whether data_sm is sent and not deliver_sm
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record RawFields(
        @Nullable Integer esmClass,
        @Nullable Integer dataCoding,
        @Nullable Integer protocolId,
        @Nullable Plan source,
        @Nullable Plan destination,
        byte @Nullable [] octets,
        List<Tlv> tlvs,
        boolean isDataSm) {

    static final RawFields NONE = new RawFields(null, null, null, null, null, null, List.of(), false);

    /** Type of number and numbering plan. */
    record Plan(int ton, int npi) {

        static Address apply(@Nullable Plan plan, String number) {
            Address address = Address.of(number);
            return plan == null ? address : new Address(plan.ton, plan.npi, address.digits());
        }
    }

    RawFields withEsmClass(int value) {
        return new RawFields(value, dataCoding, protocolId, source, destination, octets, tlvs, isDataSm);
    }

    RawFields withDataCoding(int value) {
        return new RawFields(esmClass, value, protocolId, source, destination, octets, tlvs, isDataSm);
    }

    RawFields withProtocolId(int value) {
        return new RawFields(esmClass, dataCoding, value, source, destination, octets, tlvs, isDataSm);
    }

    RawFields withSource(Plan value) {
        return new RawFields(esmClass, dataCoding, protocolId, value, destination, octets, tlvs, isDataSm);
    }

    RawFields withDestination(Plan value) {
        return new RawFields(esmClass, dataCoding, protocolId, source, value, octets, tlvs, isDataSm);
    }

    RawFields withOctets(byte[] value) {
        return new RawFields(esmClass, dataCoding, protocolId, source, destination, value.clone(), tlvs, isDataSm);
    }

    RawFields withTlv(Tlv tlv) {
        List<Tlv> more = new ArrayList<>(tlvs);
        more.add(tlv);
        return new RawFields(
                esmClass, dataCoding, protocolId, source, destination, octets, List.copyOf(more), isDataSm);
    }

    RawFields asDataSm() {
        return new RawFields(esmClass, dataCoding, protocolId, source, destination, octets, tlvs, true);
    }
}
