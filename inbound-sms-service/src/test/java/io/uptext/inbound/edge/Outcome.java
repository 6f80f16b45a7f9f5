/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What a connection came to.
 *
 * @param statuses of all its answers
 * @param published how many messages it added
 * @param answers all bytes that came back
 */
record Outcome(List<Integer> statuses, int published, String answers) {

    /** It was taken, once. */
    void isTaken() {
        assertThat(statuses).as(answers).containsExactly(200);
        assertThat(published).isOne();
    }

    /** It was refused with this status, and only that was answered. */
    void isRefusedWith(int status) {
        assertThat(statuses).as(answers).containsExactly(status);
        isNothing();
    }

    /** Nothing became of it, and nothing failed on our side, whether it was answered or not. */
    void isNothing() {
        assertThat(published).as(answers).isZero();
        assertThat(statuses).as(answers).noneMatch(status -> status >= 500);
        assertThat(answers).doesNotContain(Delivery.NUMBER, Delivery.CANARY, "Exception", "\tat ");
    }
}
