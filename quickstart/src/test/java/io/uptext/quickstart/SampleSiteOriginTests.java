/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./uptext site} works beside a quickstart that was started without more. */
class SampleSiteOriginTests {

    @Test
    void its_pages_may_watch_and_others_may_not() throws IOException {
        assertThat(preflight(Settings.SAMPLE_SITES))
                .contains("200")
                .containsIgnoringCase("Access-Control-Allow-Origin: " + Settings.SAMPLE_SITES);
        assertThat(preflight("http://127.0.0.1:8091")).contains("403").doesNotContain("Allow-Origin");
    }

    private static String preflight(String origin) throws IOException {
        return RawHttp.exchange(
                Running.STACK.addresses().notifier(),
                ("OPTIONS /v1/watch HTTP/1.1\r\nHost: a\r\nConnection: close\r\nOrigin: " + origin
                                + "\r\nAccess-Control-Request-Method: GET"
                                + "\r\nAccess-Control-Request-Headers: authorization\r\n\r\n")
                        .getBytes(UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"servlet", "webflux"})
    void they_are_where_they_are_believed_to_be(String kind) throws IOException {
        assertThat(Files.readString(Path.of("..", "samples", kind + "-site", "src/main/resources/application.yaml")))
                .contains("  address: 127.0.0.1\n  port: 8090\n");
    }
}
