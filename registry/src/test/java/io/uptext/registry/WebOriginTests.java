/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example",
                "https://login.acme.example:8443",
                "https://xn--gteborg-90a.example",
                "https://intranet",
                "https://localhost",
                "http://localhost",
                "http://localhost:8080",
                "http://127.0.0.1:3000",
                "https://127.0.0.1:65535",
            })
    void what_a_browser_writes_is_taken_as_it_is(String origin) {
        assertThat(new WebOrigin(origin)).hasToString(origin);
    }

    @Test
    void it_holds_the_urls_that_begin_with_it_and_end_there_or_go_on_with_a_path_or_a_query() {
        WebOrigin origin = new WebOrigin("https://acme.example");
        assertThat(origin.holds("https://acme.example")).isTrue();
        assertThat(origin.holds("https://acme.example/return")).isTrue();
        assertThat(origin.holds("https://acme.example?a=b")).isTrue();
        assertThat(origin.holds("https://acme.example:8443/")).isFalse();
        assertThat(origin.holds("https://acme.example.evil.example/")).isFalse();
        assertThat(origin.holds("https://acme.example@evil.example/")).isFalse();
        assertThat(origin.holds("https://acme.exampl")).isFalse();
        assertThat(origin.holds("http://acme.example/")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "*",
                "https://*",
                "https://*.acme.example",
                "https://",
                "acme.example",
                "//acme.example",
                "https://acme.example/",
                "https://acme.example/login",
                "https://acme.example?x",
                "https://acme.example#x",
                "https://acme.example https://other.example",
                "https://acme.example,https://other.example",
                "https://acme.example:443",
                "http://localhost:80",
                "https://acme.example:0",
                "https://acme.example:08443",
                "https://acme.example:65536",
                "https://acme.example:",
                "https://ACME.example",
                "HTTPS://acme.example",
                "https://göteborg.example",
                "https://acme。example",
                "https://acme.example.",
                "https://.acme.example",
                "https://acme..example",
                "https://-acme.example",
                "https://user@acme.example",
                "https://acme.example\n",
                " https://acme.example",
                "http://acme.example",
                "http://localhost.acme.example",
                "http://127.0.0.2",
                "http://192.168.1.1",
                "https://127.1",
                "https://2130706433",
                "https://0x7f.1",
                "https://9.9.9.9",
                "https://[::1]",
                "http://[::1]:8080",
                "ws://localhost",
                "file://",
                "chrome-extension://abcdef",
                "javascript:alert(1)",
            })
    void anything_else_is_refused(String origin) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WebOrigin(origin))
                .withMessageStartingWith("must ");
    }
}
