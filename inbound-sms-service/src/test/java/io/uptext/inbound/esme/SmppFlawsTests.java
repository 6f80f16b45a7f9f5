/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.inbound.gsm.Alphabet;
import io.uptext.inbound.smpp.BindMode;
import io.uptext.inbound.smpp.CommandStatus;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.BindException;

/** A carrier that is configured wrongly fails at the start, with a sentence that names the key and no secret. */
class SmppFlawsTests {

    private static final String PASSWORDS = "secrets are the password of the bind, or two while it is being changed, of"
            + " 1 to 8 characters each, as SMPP has it";
    private static final String ADDRESSES = "smpp.smscs are host:port each, smsc1.operator.example:2775 for example";

    @Test
    void anAddressAndASystemIdAreEnough() {
        SmppSettings settings = Configured.settings(Map.of());

        assertThat(SmppFlaws.of(Configured.connector(Map.of()))).isEmpty();
        assertThat(settings.bind()).isEqualTo(BindMode.RECEIVER);
        assertThat(settings.version()).isEqualTo("3.4");
        assertThat(settings.binds()).isEqualTo(1);
        assertThat(settings.window()).isEqualTo(100);
        assertThat(settings.defaultAlphabet()).isEqualTo(Alphabet.GSM_7BIT);
        assertThat(settings.redeliveryWindow()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings.unavailableStatus()).isEqualTo(CommandStatus.RX_T_APPN);
        assertThat(settings.throttledStatus()).isEqualTo(CommandStatus.RTHROTTLED);
        assertThat(settings.tls()).isEqualTo(new SmppSettings.Tls(false, null));
    }

    @ParameterizedTest
    @CsvSource({
        "smscs[0], smsc, " + "'" + ADDRESSES + "'",
        "smscs[1], smsc2, " + "'" + ADDRESSES + "'",
        "smscs[1], 127.0.0.1:2775, 'smpp.smscs name one twice; smpp.binds says how many binds there are at each'",
        "smscs[1], 127.0.0.1:02775, 'smpp.smscs name one twice; smpp.binds says how many binds there are at each'",
        "system-id, '', smpp.system-id has 1 to 15 characters",
        "system-id, sixteen-letters!, smpp.system-id has 1 to 15 characters",
        "system-id, ac\u00e5, smpp.system-id has 1 to 15 characters",
        "system-id, 'a\nb\nc', smpp.system-id has 1 to 15 characters",
        "system-type, thirteen-long, smpp.system-type has up to 12 characters",
        "system-type, 'a\tb', smpp.system-type has up to 12 characters",
        "address-range, 12345678901234567890123456789012345678901, smpp.address-range has up to 40 characters",
        "version, 3.3, 'smpp.version is \"3.4\" or \"5.0\"'",
        "binds, 0, smpp.binds is 1 to 16",
        "binds, 17, smpp.binds is 1 to 16",
        "window, 0, smpp.window is 1 to 1000",
        "window, 1001, smpp.window is 1 to 1000",
        "address-ton, -1, smpp.address-ton is 0 to 255",
        "address-npi, 256, smpp.address-npi is 0 to 255",
        "network-tag, 1403, 'smpp.network-tag is the tag of an optional parameter, 0x1403 for example'",
        "network-tag, 0x14031, 'smpp.network-tag is the tag of an optional parameter, 0x1403 for example'",
        "tls.bundle, acme, 'smpp.tls.bundle is of no use without smpp.tls.enabled: true'",
        "enquire-link, 0s, smpp.enquire-link is 1ms to 1h",
        "enquire-link, 999us, smpp.enquire-link is 1ms to 1h",
        "enquire-link, 61m, smpp.enquire-link is 1ms to 1h",
        "response-timeout, -1s, smpp.response-timeout is 1ms to 1h",
        "reconnect-first, 0, smpp.reconnect-first is 1ms to 1h",
        "reconnect-most, 2h, smpp.reconnect-most is 1ms to 1h",
        "refused-pause, 25h, smpp.refused-pause is 1ms to 24h",
        "redelivery-window, 0s, smpp.redelivery-window is 1ms to 24h",
        "redelivery-window, 9223372036854775807s, smpp.redelivery-window is 1ms to 24h",
        "unavailable-status, ESME_ROK, 'smpp.unavailable-status and smpp.throttled-status are not ESME_ROK: the message"
                + " would be lost'",
        "throttled-status, 0x0, 'smpp.unavailable-status and smpp.throttled-status are not ESME_ROK: the message would be"
                + " lost'",
    })
    void aWrongSettingIsNamed(String key, String value, String sentence) {
        assertThat(SmppFlaws.of(Configured.connector(Map.of(key, value)))).hasValue(sentence);
    }

    @ParameterizedTest
    @CsvSource({
        "smscs[1], '[::1]:2775'",
        "smscs[1], 127.0.0.1:2776",
        "system-id, fifteen-letters",
        "system-type, twelve-chars",
        "address-range, '^(50500|4670[0-9]+)$'",
        "bind, transceiver",
        "version, 5.0",
        "binds, 16",
        "window, 1000",
        "address-ton, 255",
        "default-alphabet, gsm-7bit-packed",
        "network-tag, 0x1403",
        "tls.enabled, true",
        "enquire-link, 1ms",
        "reconnect-most, 1h",
        "refused-pause, 24h",
        "unavailable-status, 0x00000400",
        "throttled-status, ESME_RMSGQFUL",
    })
    void aSettingThatCanBeIsTaken(String key, String value) {
        assertThat(SmppFlaws.of(Configured.connector(Map.of(key, value)))).isEmpty();
    }

    @Test
    void withoutAnAddressOrASystemIdThereIsNoBind() {
        assertThat(SmppFlaws.of(Configured.connector(Configured.only(Map.of("system-id", "acme")), null, "secret")))
                .hasValue("smpp.smscs are missing: want host:port of at least one SMSC");
        assertThat(SmppFlaws.of(Configured.connector(Configured.only(Map.of("smscs", "smsc:2775")), null, "secret")))
                .hasValue("smpp.system-id has 1 to 15 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ESME_R", "100", "0x", "ESME_OK"})
    void aStatusThatIsNoneDoesNotBind(String written) {
        assertThatThrownBy(() -> Configured.settings(Map.of("unavailable-status", written)))
                .isInstanceOf(BindException.class)
                .hasRootCauseMessage("a status is a name, ESME_RX_T_APPN for example, or a number, 0x64 for example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ninechars", "h\u00fcsh", "a\nb\nc", "a\r\nb", "\0"})
    void aPasswordThatCannotBeIsToldWithoutBeingQuoted(String password) {
        SmppSettings settings = Configured.settings(Map.of());

        assertThat(SmppFlaws.of(Configured.connector(settings, null, password))).hasValue(PASSWORDS);
        assertThat(SmppFlaws.of(Configured.connector(settings, null, "right", password)))
                .hasValue(PASSWORDS);
    }

    @Test
    void oneOrTwoPasswordsAreEnough() {
        SmppSettings settings = Configured.settings(Map.of());

        assertThat(SmppFlaws.of(Configured.connector(settings, null))).hasValue(PASSWORDS);
        assertThat(SmppFlaws.of(Configured.connector(settings, null, "old", "eight-8!")))
                .isEmpty();
        assertThat(SmppFlaws.of(Configured.connector(settings, null, "a", "b", "c")))
                .hasValue(PASSWORDS);
        assertThat(SmppFlaws.of(Configured.connector(settings, null, "${ACME}")))
                .hasValue("secrets name a variable, as ${NAME}, that is not set");
    }

    @Test
    void aRegionIsACountry() {
        SmppSettings settings = Configured.settings(Map.of());

        assertThat(SmppFlaws.of(Configured.connector(settings, "SE", "secret"))).isEmpty();
        assertThat(SmppFlaws.of(Configured.connector(settings, "false", "secret")))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("region is a country"));
    }

    @Test
    void noSecretIsPrinted() {
        SmppConnector connector = Configured.connector(Map.of("system-id", "who-we-are"));

        assertThat(connector + " " + connector.settings() + " " + connector.request(Configured.PASSWORD))
                .doesNotContain(Configured.PASSWORD)
                .doesNotContain("who-we-are");
    }
}
