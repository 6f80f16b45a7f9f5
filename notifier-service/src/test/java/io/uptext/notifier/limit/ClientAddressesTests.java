/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.platform.http.ClientNetwork;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressesTests {

    private static final InetAddress PEER = InetAddress.ofLiteral("10.0.0.1");

    @Test
    void without_proxies_the_header_says_nothing() {
        assertThat(of(0, "203.0.113.7")).isEqualTo(network("10.0.0.1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 203.0.113.7                                  | 203.0.113.7",
                "1 | 1.2.3.4, 203.0.113.7                         | 203.0.113.7",
                "1 | 1.2.3.4,5.6.7.8,203.0.113.7                  | 203.0.113.7",
                "2 | 203.0.113.7, 10.0.0.9                        | 203.0.113.7",
                "2 | 1.2.3.4, 203.0.113.7, 10.0.0.9               | 203.0.113.7",
                "3 | a, b, 203.0.113.7, 10.0.0.8, 10.0.0.9        | 203.0.113.7",
                "1 | 203.0.113.7:4711                             | 203.0.113.7",
                "1 | 2001:db8:1:2:3:4:5:6                         | 2001:db8:1:2::",
                "1 | [2001:db8:1:2:3:4:5:6]:4711                  | 2001:db8:1:2::",
                "1 | [2001:db8:1:2:3:4:5:6]                       | 2001:db8:1:2::",
                "1 | ::ffff:203.0.113.7                           | 203.0.113.7",
            })
    void the_entry_is_that_of_the_outermost_of_our_proxies(int proxies, String header, String client) {
        assertThat(of(proxies, header)).isEqualTo(network(client));
    }

    @Test
    void headers_follow_each_other_as_they_came() {
        assertThat(of(2, "1.2.3.4, 203.0.113.7", "10.0.0.9")).isEqualTo(network("203.0.113.7"));
    }

    /** Whoever can make the entry unreadable gets no address of their choice, but shares that of the proxy. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "unknown",
                "_hidden",
                "localhost",
                "203.0.113.7, ",
                "203.0.113.7, 0x7f.1",
                "203.0.113.7, 999.1.1.1",
                "203.0.113.7, 1.2.3",
                "203.0.113.7, [::1",
                "203.0.113.7, ::1]:80",
                "203.0.113.7, fe80::1%eth0",
                "203.0.113.7, \"203.0.113.8\"",
                "203.0.113.7, 203.0.113.8:999999"
            })
    void where_no_address_stands_the_client_is_who_has_connected(String header) {
        assertThat(of(1, header)).isEqualTo(network("10.0.0.1"));
    }

    @Test
    void where_there_are_fewer_entries_than_proxies_the_client_is_who_has_connected() {
        assertThat(of(2, "203.0.113.7")).isEqualTo(network("10.0.0.1"));
        assertThat(new ClientAddresses(2).of(PEER, List.of())).isEqualTo(network("10.0.0.1"));
    }

    @Test
    void what_a_client_forges_changes_nothing() {
        String real = "198.51.100.23";
        for (String forged : List.of("", "1.1.1.1", "1.1.1.1, 2.2.2.2", ",,,", "x".repeat(4000), "::1")) {
            String header = forged.isEmpty() ? real : forged + ", " + real;
            assertThat(of(1, header)).isEqualTo(network(real));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 11, Integer.MAX_VALUE})
    void a_number_of_proxies_that_cannot_be_is_told(int proxies) {
        assertThatThrownBy(() -> new ClientAddresses(proxies)).hasMessageContaining("uptext.notifier.trusted-proxies");
    }

    private static ClientNetwork of(int proxies, String... headers) {
        return new ClientAddresses(proxies).of(PEER, List.of(headers));
    }

    private static ClientNetwork network(String literal) {
        return ClientNetwork.parse(literal).orElseThrow();
    }
}
