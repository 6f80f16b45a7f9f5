/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientNetworkTests {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, c0000201",
        "0.0.0.0, 00000000",
        "255.255.255.255, ffffffff",
        "::ffff:192.0.2.1, c0000201",
        "::FFFF:c000:201, c0000201",
        "2001:db8:1:2:3:4:5:6, 20010db800010002",
        "2001:DB8:1:2::, 20010db800010002",
        "2001:db8:1:2:ffff:ffff:192.0.2.1, 20010db800010002",
        "::1, 0000000000000000",
    })
    void an_address_counts_by_its_prefix(String literal, String prefix) {
        assertThat(ClientNetwork.parse(literal).orElseThrow().prefix()).isEqualTo(prefix);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "localhost",
                "example.com",
                "a.example",
                "[::1]",
                "[2001:db8::1]",
                "fe80::1%eth0",
                "fe80::1%1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.4.",
                ".1.2.3.4",
                "256.1.1.1",
                "01.2.3.4",
                "1.2.3.04",
                "0x7f.1",
                "2130706433",
                "1.2.3.4 ",
                " 1.2.3.4",
                "1.2.3.4\n",
                "1.2.3.4/32",
                "2001:db8::/64",
                "::1::",
                ":::",
                ":",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "12345::",
                "::ffff:1.2.3",
                "::ffff:1.2.3.256",
                "::ffff:01.2.3.4",
                "::g",
                "１.2.3.4",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3.4:5"
            })
    void all_else_is_no_address(String wrong) {
        assertThat(ClientNetwork.parse(wrong)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1"})
    void it_prints_nothing_of_the_address(String literal) {
        assertThat(ClientNetwork.parse(literal).orElseThrow()).hasToString("ClientNetwork[***]");
    }
}
