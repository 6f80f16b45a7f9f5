/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.smsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EncodingTests {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest
    @CsvSource({
        "GSM,          Hello,      00, 48656c6c6f",
        "GSM,          @£€[]~\u00e5, 00, 00011b651b3c1b3e1b3d0f",
        "FLASH,        a{b,        10, 611b2862",
        "GSM_CLASS_1,  Å\u00dc,      f1, 0e5e",
        "GSM_PACKED,   hello,      00, e8329bfd06",
        "GSM_PACKED,   hellohello, 00, e8329bfd4697d9ec37",
        "GSM_PACKED,   12345678,   00, 31d98c56b3dd70",
        "IA5,          a@[b],      01, 61405b625d",
        "LATIN1,       Å@\u00fc,     03, c540fc",
        "OCTETS,       Å\u20ac,       04, c385e282ac",
        "UCS2,         Å\ud83d\ude00, 08, 00c5d83dde00",
        "UCS2_LE_BOM,  Å\ud83d\ude00, 08, fffec5003dd800de",
    })
    void a_text_has_the_octets_that_the_specification_says(
            Encoding encoding, String text, String dataCoding, String octets) {
        MobileMessage message = MobileMessage.of("+46701234567", "50500", text).withEncoding(encoding);

        assertThat(message.pdus(0)).singleElement().satisfies(pdu -> {
            ReadDeliverSm read = ReadDeliverSm.of(pdu);
            assertThat(HEX.formatHex(read.shortMessage())).isEqualTo(octets);
            assertThat(HEX.toHexDigits((byte) read.dataCoding())).isEqualTo(dataCoding);
        });
    }

    @Test
    void a_deliver_sm_is_octet_for_octet_what_the_specification_says() {
        byte[] pdu = MobileMessage.of("+46701234567", "50500", "Hi").pdus(0).getFirst();

        assertThat(HEX.formatHex(pdu))
                .isEqualTo("00000033" + "00000005" + "00000000" + "00000000" // header
                        + "00" // service_type
                        + "0101" + "343637303132333435363700" // source
                        + "0001" + "353035303000" // destination
                        + "000000" + "00" + "00" + "0000" + "00" + "00" // esm_class to sm_default_msg_id
                        + "02" + "4869");
    }

    @Test
    void a_data_sm_has_its_text_in_message_payload() {
        byte[] pdu = MobileMessage.of("+46701234567", "50500", "Hi")
                .asDataSm()
                .pdus(0)
                .getFirst();

        assertThat(HEX.formatHex(pdu))
                .isEqualTo("00000030" + "00000103" + "00000000" + "00000000"
                        + "00"
                        + "0101" + "343637303132333435363700"
                        + "0001" + "353035303000"
                        + "00" + "00" + "00"
                        + "0424" + "0002" + "4869");
    }

    @ParameterizedTest
    @CsvSource({
        "+46701234567, 1, 1, 46701234567",
        "46701234567,  0, 1, 46701234567",
        "50500,        0, 1, 50500",
        "Acme,         5, 0, Acme",
    })
    void a_number_has_the_type_that_it_looks_like(String number, int ton, int npi, String digits) {
        ReadDeliverSm read =
                ReadDeliverSm.of(MobileMessage.of(number, number, "x").pdus(0).getFirst());
        assertThat(read.source()).isEqualTo(ton + "/" + npi + "/" + digits);
        assertThat(read.destination()).isEqualTo(ton + "/" + npi + "/" + digits);
    }

    @Test
    void every_field_can_be_said_otherwise() {
        MobileMessage message = MobileMessage.of("0701234567", "+46701", "x")
                .withSource(2, 8)
                .withDestination(3, 0)
                .withEsmClass(0x04)
                .withDataCoding(0xF5)
                .withProtocolId(0x7F)
                .withTlv(0x1400, new byte[] {1, 2})
                .withOctets(new byte[] {0, 27, -1});

        ReadDeliverSm read = ReadDeliverSm.of(message.pdus(0).getFirst());

        assertThat(read.source()).isEqualTo("2/8/0701234567");
        assertThat(read.destination()).isEqualTo("3/0/46701");
        assertThat(read.esmClass()).isEqualTo(4);
        assertThat(read.dataCoding()).isEqualTo(0xF5);
        assertThat(read.protocolId()).isEqualTo(0x7F);
        assertThat(read.shortMessage()).containsExactly(0, 27, -1);
        assertThat(read.tlvs()).containsOnlyKeys(0x1400);
        assertThat(read.tlv(0x1400)).containsExactly(1, 2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"GSM", "GSM_PACKED", "FLASH", "GSM_CLASS_1", "IA5", "LATIN1", "UCS2", "UCS2_LE_BOM"})
    void what_an_encoding_lacks_is_told_without_the_text(Encoding encoding) {
        MobileMessage message =
                MobileMessage.of("+46701234567", "50500", "secret \ud83d").withEncoding(encoding);
        assertThatThrownBy(() -> message.pdus(0))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret");
    }

    @Test
    void phones_write_in_gsm_where_that_suffices() {
        assertThat(Encoding.of("Hello €")).isEqualTo(Encoding.GSM);
        assertThat(Encoding.of("Hello Д")).isEqualTo(Encoding.UCS2);
    }
}
