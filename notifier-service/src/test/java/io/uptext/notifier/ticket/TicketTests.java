/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.WaitToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketTests {

    private static final Ticket ZEROS = Ticket.of(new byte[Ticket.BYTES]);

    @Test
    void it_is_taken_as_it_was_handed_out() {
        assertThat(Ticket.parse(ZEROS.reveal()).orElseThrow().hash()).isEqualTo(ZEROS.hash());
    }

    @Test
    void it_prints_nothing_of_itself_and_its_hash_is_another_than_a_tokens() {
        assertThat(ZEROS).hasToString("upt_***");
        assertThat(ZEROS.hash())
                .isNotEqualTo(WaitToken.of(new byte[WaitToken.BYTES]).hash().value());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "upt_",
                "upt_AAAA",
                "upw_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "UPT_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "upt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "upt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "upt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                "upt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
                " upt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void what_cannot_be_one_is_none(String wrong) {
        assertThat(Ticket.parse(wrong)).isEmpty();
    }
}
