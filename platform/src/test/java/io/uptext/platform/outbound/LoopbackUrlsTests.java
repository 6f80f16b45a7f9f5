/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackUrlsTests {

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:9000, http://127.0.0.1:9000",
        "http://127.0.0.1:9000/hook?token=x&y=%20, http://127.0.0.1:9000",
        "http://localhost/, http://localhost",
        "http://localhost:65535?x, http://localhost:65535",
        "http://127.0.0.1/@x:y/, http://127.0.0.1",
    })
    void this_machine_in_the_usual_spelling_is_taken(String url, String origin) {
        assertThat(LoopbackUrls.parse(url).orElseThrow()).hasToString(url);
        assertThat(LoopbackUrls.origin(url)).contains(origin);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://",
                "https://127.0.0.1:9000",
                "HTTP://127.0.0.1:9000",
                "http://LOCALHOST",
                "http://localhost.",
                "http://localhost.acme.example",
                "http://127.0.0.1.acme.example",
                "http://127.0.0.2",
                "http://127.1",
                "http://0x7f.1",
                "http://2130706433",
                "http://[::1]",
                "http://10.0.0.1",
                "http://user@127.0.0.1",
                "http://127.0.0.1:9000@acme.example",
                "http://127.0.0.1:x@acme.example",
                "http://127.0.0.1:0",
                "http://127.0.0.1:65536",
                "http://127.0.0.1:",
                "http://127.0.0.1\\@acme.example",
                "http://127.0.0.1#x",
                "http://127.0.0.1/#x",
                "http://127.0.0.1/ ",
                "http://127.0.0.1/\r\nx",
                "http://127.0.0.1/é",
            })
    void nothing_else_is(String url) {
        assertThat(LoopbackUrls.parse(url)).isEmpty();
        assertThat(LoopbackUrls.origin(url)).isEmpty();
    }
}
