/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) Version/26.0 Mobile/15E148 Safari/604.1|IOS",
                "Mozilla/5.0 (iPad; CPU OS 12_5 like Mac OS X) Version/12.1.2 Mobile/15E148 Safari/604.1|IOS",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_7 like Mac OS X) CriOS/142.0 Mobile/15E148 Safari/604.1|IOS",
                "Mozilla/5.0 (Linux; Android 10; K) Chrome/142.0.0.0 Mobile Safari/537.36|MOBILE",
                "Mozilla/5.0 (Android 15; Mobile; rv:145.0) Gecko/145.0 Firefox/145.0|MOBILE",
                "Mozilla/5.0 (Linux; Android 14; SM-X700) Chrome/142.0.0.0 Safari/537.36|MOBILE",
                "Mozilla/5.0 (Mobile; KAIOS/3.1) Gecko/84.0 Firefox/84.0|MOBILE",
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0 Safari/537.36|DESKTOP",
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/26.0 Safari/605.1.15|DESKTOP",
                "Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/142.0.0.0 Safari/537.36|DESKTOP",
                "''|UNKNOWN",
                "Lynx/2.9.0|UNKNOWN",
            })
    void a_device_is_known_by_what_its_browser_says(String userAgent, Device device) {
        assertThat(Device.of(userAgent)).isEqualTo(device);
    }
}
