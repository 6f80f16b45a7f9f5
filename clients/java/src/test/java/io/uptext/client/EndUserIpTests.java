/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndUserIpTests {

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "0.0.0.0", "255.255.255.255", "2001:db8::1", "::1", "::ffff:192.0.2.1"})
    void an_address_is_taken_as_it_is(String value) {
        assertThat(new EndUserIp(value).value()).isEqualTo(value);
        assertThat(new EndUserIp(value)).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1.",
                "192.0.2.1.2",
                "unknown",
                "example.com",
                "fe80::1%eth0",
                "[::1]",
                "1:2",
                ":::",
                "192.0.2.1, 10.0.0.1",
                "192.0.2.1:80"
            })
    void what_is_none_is_refused_and_looked_up_nowhere(String value) {
        assertThatThrownBy(() -> new EndUserIp(value)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void that_of_a_connection_has_no_zone() throws Exception {
        byte[] local = InetAddress.getByName("fe80::1").getAddress();
        assertThat(EndUserIp.of(java.net.Inet6Address.getByAddress("", local, 3))
                        .value())
                .isEqualTo("fe80:0:0:0:0:0:0:1");
        assertThat(EndUserIp.of(InetAddress.getByName("192.0.2.1")).value()).isEqualTo("192.0.2.1");
    }
}
