/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The service does not start with a wrong connector, and what it says on the way out has the reason and no secret. */
@ExtendWith(OutputCaptureExtension.class)
class FailedStartTests {

    private static final String ACME = "--uptext.inbound.connectors.acme.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ACME + "secrets=hush-short | acme: secrets have at least 16 characters",
                ACME + "secrets[1]=hush- | acme: secrets have at least 16 characters",
                ACME + "secrets[2]=hush-hush-hush | acme.secrets[2]",
                ACME + "destinations=nowhere | acme: not a destination",
                ACME + "secretz=hush-hush | uptext.inbound.connectors.acme.secretz: there is no such setting",
                ACME + "route-thrust=T2 | uptext.inbound.connectors.acme.route-thrust: there is no such setting",
                "--uptext.inbound.conectors.a.secrets=hush | inbound.conectors.a.secrets: there is no such setting",
                ACME + "secrets=${NOT_SET} | acme: secrets name a variable, as ${NAME}, that is not set",
                ACME + "route-trust=T9 | route-trust",
                ACME + "client-certificates=hush | acme: client-certificates are for authentication: mtls only",
                "--uptext.inbound.pepper=hush | uptext.inbound.pepper must be at least 32 random bytes in base64",
            })
    void itSaysWhatIsWrongAndNoSecret(String argument, String sentence, CapturedOutput output) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--management.server.port=-1",
                "--uptext.inbound.pepper=c2VjcmV0LXBlcHBlci1mb3ItdGVzdHMtMzItYnl0ZXMhIQ==",
                ACME + "provider=sinch",
                ACME + "authentication=header",
                ACME + "secrets[0]=hush-hush-hush-hush",
                ACME + "destinations=50500"));
        String key = argument.split("=", 2)[0];
        arguments.removeIf(each -> each.split("=", 2)[0].startsWith(key));
        arguments.add(argument);

        assertThatThrownBy(() -> InboundSmsService.application().run(arguments.toArray(String[]::new)))
                .isInstanceOf(Exception.class);

        assertThat(output.getAll()).contains(sentence).doesNotContain("hush");
    }
}
