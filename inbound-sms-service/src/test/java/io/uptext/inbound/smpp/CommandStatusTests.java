/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Statuses as operators and carriers write them, with the values of SMPP 3.4, 5.1.3; and the other words of a bind. */
class CommandStatusTests {

    @ParameterizedTest
    @CsvSource({
        "ESME_ROK, 00000000",
        "ESME_RINVMSGLEN, 00000001",
        "ESME_RINVCMDLEN, 00000002",
        "ESME_RINVCMDID, 00000003",
        "ESME_RINVBNDSTS, 00000004",
        "ESME_RALYBND, 00000005",
        "ESME_RSYSERR, 00000008",
        "ESME_RBINDFAIL, 0000000d",
        "ESME_RINVPASWD, 0000000e",
        "ESME_RINVSYSID, 0000000f",
        "ESME_RMSGQFUL, 00000014",
        "ESME_RTHROTTLED, 00000058",
        "ESME_RX_T_APPN, 00000064",
        "ESME_RX_P_APPN, 00000065",
        "ESME_RX_R_APPN, 00000066",
        "ESME_RINVOPTPARSTREAM, 000000c0",
        "ESME_RINVPARLEN, 000000c2",
        "0x00000400, 00000400",
        "0xffffffff, ffffffff",
    })
    void aStatusIsPrintedAsItMayBeWritten(String written, String value) {
        CommandStatus status = CommandStatus.valueOf(written);

        assertThat(status).isEqualTo(new CommandStatus((int) Long.parseLong(value, 16)));
        assertThat(status).hasToString(written);
        assertThat(status.isOk()).isEqualTo(written.equals("ESME_ROK"));
    }

    @ParameterizedTest
    @CsvSource({
        "rx_t_appn, ESME_RX_T_APPN",
        "' esme_rthrottled ', ESME_RTHROTTLED",
        "0X64, ESME_RX_T_APPN",
        "0x1, ESME_RINVMSGLEN"
    })
    void caseAndPrefixDoNotMatter(String written, String name) {
        assertThat(CommandStatus.valueOf(written)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "100", "0x", "0x123456789", "0xgg", "0x-1", "ESME_", "ESME_ESME_ROK", "OK", "ESME_ROK,"
            })
    void whatIsNoStatusIsToldWithoutBeingQuoted(String written) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CommandStatus.valueOf(written))
                .withMessage("a status is a name, ESME_RX_T_APPN for example, or a number, 0x64 for example");
    }

    @Test
    void versionsAreWrittenWithAPoint() {
        assertThat(InterfaceVersion.of("3.4").value()).isEqualTo(0x34);
        assertThat(InterfaceVersion.of("5.0").value()).isEqualTo(0x50);
        assertThat(InterfaceVersion.of("5.0")).hasToString("5.0");
        for (String other : new String[] {"", "3.3", "34", "5", "V5_0", " 3.4"}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> InterfaceVersion.of(other))
                    .withMessage("smpp.version is \"3.4\" or \"5.0\"");
        }
    }

    @Test
    void everyCommandIsFoundByItsId() {
        for (Command command : Command.values()) {
            assertThat(Command.of(command.id())).hasValue(command);
        }
        assertThat(Command.of(4)).isEmpty();
    }
}
