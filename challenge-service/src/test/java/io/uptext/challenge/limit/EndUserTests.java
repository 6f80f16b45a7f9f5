/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How an address is read is for the tests of {@link io.uptext.platform.http.ClientNetwork}. */
class EndUserTests {

    @Test
    void those_of_one_network_are_one() {
        assertThat(EndUser.parse("2001:db8::1")).isEqualTo(EndUser.parse("2001:db8::ffff"));
        assertThat(EndUser.parse("192.0.2.1")).isNotEqualTo(EndUser.parse("192.0.2.2"));
        assertThat(EndUser.parse("acme.example")).isEmpty();
    }

    @Test
    void it_prints_nothing_of_the_address() {
        assertThat(EndUser.parse("192.0.2.1").orElseThrow()).hasToString("EndUser[***]");
    }
}
