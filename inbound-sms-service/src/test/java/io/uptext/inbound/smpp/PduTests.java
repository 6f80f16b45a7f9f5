/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each PDU that is read, from octets written by hand. */
class PduTests {

    /** SMPP 3.4, 4.1.4 and 4.1.6: system_id, and sc_interface_version as an optional parameter (5.3.2.25). */
    @ParameterizedTest
    @CsvSource({
        "80000001, 534d53433031 00 0210 0001 34, SMSC01, 52",
        "80000009, 534d53433031 00 0210 0001 50, SMSC01, 80",
        "80000009, 00 0210 0001 ff, '', 255",
        "80000001, 534d53433031 00, SMSC01, ",
        "80000001, 00, '', ",
        "80000001, 534d5343 00 0210, SMSC, ",
        "80000009, '', '', ",
        "80000009, 00 1403 0000 0210 0001 33 fffe 0002 0000, '', 51",
    })
    void theAnswerToABind(String command, String body, String systemId, @Nullable Integer version) throws Exception {
        assertThat(read(command, "00000000", "00000001", body))
                .isEqualTo(new Pdu.BindResponse(
                        new Header(HexFormat.fromHexDigits(command), CommandStatus.ROK, 1),
                        systemId,
                        version == null ? OptionalInt.empty() : OptionalInt.of(version)));
    }

    /** SMPP 3.4, 4.1.4: no body where the status is not zero. Some SMSCs have one, whole or not. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "00", "534d5343303100", "534d534330", "00 0210 0001 34", "00 0210 00", "00 0210 0002 3434"})
    void aRefusalIsARefusalWhateverItsBodyIs(String body) throws Exception {
        assertThat(read("80000001", "0000000e", "00000001", body))
                .isEqualTo(new Pdu.BindResponse(
                        new Header(0x80000001, CommandStatus.RINVPASWD, 1), "", OptionalInt.empty()));
    }

    /** The SMSC holds the bind; whoever took it for none would bind again and again. */
    @ParameterizedTest
    @ValueSource(strings = {"534d5343", "00 0210 0002 34", "00 0210 0000", "00 0210 0002 0034"})
    void aBindThatIsAcceptedIsAcceptedAlsoInAPduThatIsBroken(String body) throws Exception {
        assertThat(read("80000009", "00000000", "00000001", body))
                .isEqualTo(new Pdu.BindResponse(new Header(0x80000009, CommandStatus.ROK, 1), "", OptionalInt.empty()));
    }

    /** SMPP 3.4, 4.2, 4.3, 4.11, 4.12; a body that is not read may be anything. */
    @ParameterizedTest
    @CsvSource({
        "80000000, GENERIC_NACK",
        "00000006, UNBIND",
        "80000006, UNBIND_RESP",
        "00000015, ENQUIRE_LINK",
        "80000015, ENQUIRE_LINK_RESP",
        "00000102, ALERT_NOTIFICATION",
    })
    void aPduOfWhichNothingElseMatters(String id, Command command) throws Exception {
        for (String body : new String[] {"", "00", "010134363700010135303500", "ffffffff"}) {
            assertThat(read(id, "00000000", "00000007", body))
                    .isEqualTo(new Pdu.Plain(new Header(HexFormat.fromHexDigits(id), CommandStatus.ROK, 7), command));
        }
    }

    /** submit_sm, query_sm, outbind, cancel_sm, broadcast_sm, nothing at all, and what only an ESME sends. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000004",
                "00000003",
                "0000000b",
                "00000008",
                "00000111",
                "00000000",
                "ffffffff",
                "80000004",
                "7fffffff",
                "00000001",
                "00000009",
                "80000005",
                "80000103",
                "05000000",
                "00010005"
            })
    void aCommandThatHasNoPlaceHereIsUnknown(String id) throws Exception {
        assertThat(read(id, "00000000", "00000001", "00ff"))
                .isEqualTo(new Pdu.Unknown(new Header(HexFormat.fromHexDigits(id), CommandStatus.ROK, 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "00000000, 00000000",
        "00000064, ffffffff",
        "ffffffff, 80000000",
        "80000000, 7fffffff",
        "00000400, 00000001",
    })
    void anyStatusAndAnySequenceNumberArePossible(String status, String sequence) throws Exception {
        CommandStatus value = new CommandStatus(HexFormat.fromHexDigits(status));
        int number = HexFormat.fromHexDigits(sequence);

        assertThat(read("80000015", status, sequence, "").header()).isEqualTo(new Header(0x80000015, value, number));
        Pdu delivery =
                Pdu.read(new MessagePdu().status(value.value()).sequence(number).deliverSm());
        assertThat(delivery.header()).isEqualTo(new Header(5, value, number));
    }

    @Test
    void aMessageKnowsItsResponse() throws Exception {
        assertThat(((Pdu.Delivery) Pdu.read(new MessagePdu().deliverSm())).response())
                .isEqualTo(Command.DELIVER_SM_RESP);
        assertThat(((Pdu.Delivery) Pdu.read(new MessagePdu().dataSm())).response())
                .isEqualTo(Command.DATA_SM_RESP);
    }

    @Test
    void whatIsShorterThanAHeaderIsNoPdu() {
        for (int length = 0; length < Header.LENGTH; length++) {
            byte[] octets = new byte[length];
            assertThatIllegalArgumentException().isThrownBy(() -> Pdu.read(octets));
            assertThatIllegalArgumentException().isThrownBy(() -> Pdu.header(octets));
        }
    }

    private static Pdu read(String command, String status, String sequence, String body) throws MalformedPduException {
        return Pdu.read(MessagePdu.pdu(
                HexFormat.fromHexDigits(command),
                HexFormat.fromHexDigits(status),
                HexFormat.fromHexDigits(sequence),
                HexFormat.of().parseHex(body.replace(" ", ""))));
    }
}
