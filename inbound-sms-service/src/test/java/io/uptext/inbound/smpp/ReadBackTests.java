/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random messages are read as they were written, field by field. */
class ReadBackTests {

    private static final int ROUNDS = 5_000;

    private final long seed = Long.getLong("uptext.seed", new Random().nextLong());
    private final Random random = new Random(seed);

    @Test
    void everyFieldIsReadAsItWasWritten() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            assertReadBack(round, random.nextBoolean());
        }
    }

    private void assertReadBack(int round, boolean isDeliverSm) throws MalformedPduException {
        Address source = new Address(octet(), octet(), string(20));
        Address destination = new Address(octet(), octet(), string(20));
        int esmClass = octet();
        int protocolId = octet();
        int dataCoding = octet();
        int status = random.nextInt();
        int sequence = random.nextInt();
        byte[] text = octets(255);
        MessagePdu written = new MessagePdu()
                .status(status)
                .sequence(sequence)
                .serviceType(string(5))
                .from(source.ton(), source.npi(), source.digits())
                .to(destination.ton(), destination.npi(), destination.digits())
                .esmClass(esmClass)
                .protocolId(protocolId)
                .times(string(16), string(16))
                .flags(octet(), octet(), octet(), octet())
                .dataCoding(dataCoding)
                .text(text);
        Map<Integer, byte[]> parameters = new HashMap<>();
        for (int count = random.nextInt(8); count > 0; count--) {
            int tag = random.nextInt(4) == 0 ? Tlvs.MESSAGE_PAYLOAD : random.nextInt(0x10000);
            byte[] value = octets(random.nextInt(50) == 0 ? 65_535 : 40);
            written.tlv(tag, value);
            parameters.put(tag, value);
        }

        Pdu pdu = Pdu.read(isDeliverSm ? written.deliverSm() : written.dataSm());

        String what = "round " + round + ", to see it again: -Duptext.seed=" + seed;
        assertThat(pdu).as(what).isInstanceOf(Pdu.Delivery.class);
        assertThat(pdu.header())
                .as(what)
                .isEqualTo(new Header(isDeliverSm ? 5 : 0x103, new CommandStatus(status), sequence));
        ShortMessage read = ((Pdu.Delivery) pdu).message();
        assertThat(read.source()).as(what).isEqualTo(source);
        assertThat(read.destination()).as(what).isEqualTo(destination);
        assertThat(read.esmClass()).as(what).isEqualTo(esmClass);
        assertThat(read.protocolId()).as(what).isEqualTo(isDeliverSm ? protocolId : 0);
        assertThat(read.dataCoding()).as(what).isEqualTo(dataCoding);
        assertThat(read.userData())
                .as(what)
                .isEqualTo(parameters.getOrDefault(Tlvs.MESSAGE_PAYLOAD, isDeliverSm ? text : new byte[0]));
        parameters.forEach(
                (tag, value) -> assertThat(read.tlvs().get(tag)).as(what).hasValue(value));
        assertThat(read.content())
                .as(what)
                .isEqualTo(MessagePdu.read(
                                isDeliverSm ? written.sequence(~sequence).deliverSm() : written.dataSm())
                        .content());
    }

    private int octet() {
        return random.nextInt(256);
    }

    private byte[] octets(int most) {
        byte[] octets = new byte[random.nextInt(most + 1)];
        random.nextBytes(octets);
        return octets;
    }

    /** Of any characters but the one that ends it. */
    private String string(int most) {
        StringBuilder string = new StringBuilder();
        for (int length = random.nextInt(most + 1); length > 0; length--) {
            string.append((char) random.nextInt(1, 256));
        }
        return string.toString();
    }
}
