/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each PDU that is written, octet by octet. */
class PdusTests {

    /** SMPP 3.4, 4.1.3: system_id, password, system_type, interface_version, addr_ton, addr_npi, address_range. */
    @Test
    void aReceiverAsksForABind() {
        BindRequest request =
                new BindRequest(BindMode.RECEIVER, "SMPP3TEST", "secret08", "SUBMIT1", InterfaceVersion.V3_4, 1, 1, "");

        assertThat(hex(Pdus.bind(request, 1)))
                .isEqualTo("0000002f" + "00000001" + "00000000" + "00000001"
                        + "534d50503354455354" + "00"
                        + "7365637265743038" + "00"
                        + "5355424d495431" + "00"
                        + "34" + "01" + "01" + "00");
    }

    /** SMPP 3.4, 4.1.5, and 0x50 for SMPP 5.0, 4.7.13. */
    @Test
    void aTransceiverAsksForABind() {
        BindRequest request =
                new BindRequest(BindMode.TRANSCEIVER, "a", "", "", InterfaceVersion.V5_0, 255, 128, "^505");

        assertThat(hex(Pdus.bind(request, 0x7fffffff)))
                .isEqualTo("0000001c" + "00000009" + "00000000" + "7fffffff" + "6100" + "00" + "00" + "50" + "ff" + "80"
                        + "5e35303500");
    }

    /** SMPP 3.4, 4.11.1, 4.2.1. */
    @ParameterizedTest
    @CsvSource({"ENQUIRE_LINK, 00000015", "UNBIND, 00000006"})
    void aRequestWithoutABodyIsAHeader(Command command, String id) {
        assertThat(hex(Pdus.request(command, 0x01020304))).isEqualTo("00000010" + id + "00000000" + "01020304");
    }

    /** SMPP 3.4, 4.11.2, 4.2.2, 4.3.1. */
    @ParameterizedTest
    @CsvSource({
        "ENQUIRE_LINK_RESP, 00000000, 80000015",
        "UNBIND_RESP, 00000000, 80000006",
        "GENERIC_NACK, 00000003, 80000000",
        "GENERIC_NACK, 00000002, 80000000",
    })
    void aResponseWithoutABodyIsAHeaderWithTheSequenceNumberOfTheRequest(Command command, String status, String id) {
        CommandStatus value = new CommandStatus(HexFormat.fromHexDigits(status));

        assertThat(hex(Pdus.response(command, value, 0xffffffff))).isEqualTo("00000010" + id + status + "ffffffff");
    }

    /** SMPP 3.4, 4.6.2 and 4.7.2: message_id is one NULL octet. */
    @ParameterizedTest
    @CsvSource({
        "DELIVER_SM_RESP, 00000000, 80000005",
        "DELIVER_SM_RESP, 00000064, 80000005",
        "DATA_SM_RESP, 00000058, 80000103",
        "DATA_SM_RESP, fffffeff, 80000103",
    })
    void theResponseToAMessageHasAnEmptyMessageId(Command command, String status, String id) {
        CommandStatus value = new CommandStatus(HexFormat.fromHexDigits(status));

        assertThat(hex(Pdus.deliveryResponse(command, value, 0)))
                .isEqualTo("00000011" + id + status + "00000000" + "00");
    }

    @Test
    void aRequestToBindDoesNotPrintItsPassword() {
        assertThat(new BindRequest(BindMode.RECEIVER, "acme", "hush-hsh", "", InterfaceVersion.V3_4, 0, 0, ""))
                .hasToString("BindRequest[receiver]");
    }

    private static String hex(byte[] pdu) {
        return HexFormat.of().formatHex(pdu);
    }
}
