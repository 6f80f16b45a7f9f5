/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A setting that doors would not keep to ends the start, and says so. */
@ExtendWith(OutputCaptureExtension.class)
class UnsupportedSettingsTests {

    @ParameterizedTest
    @CsvSource({
        "--server.http2.enabled=true, 'Doors speak HTTP/1.1'",
        "--spring.webflux.base-path=/base, 'Doors are at /v1/inbound/<connector>'",
    })
    void whatDoorsDoNotKeepToEndsTheStart(String setting, String sentence, CapturedOutput output) {
        assertThatThrownBy(() -> new DoorsOnPort(setting))
                .hasRootCauseInstanceOf(InvalidConfigurationPropertyValueException.class);
        assertThat(output.getAll()).contains("APPLICATION FAILED TO START", sentence);
    }

    @Test
    void whatChangesNothingIsFine() {
        new DoorsOnPort("--server.http2.enabled=false", "--spring.webflux.base-path=/").close();
    }
}
