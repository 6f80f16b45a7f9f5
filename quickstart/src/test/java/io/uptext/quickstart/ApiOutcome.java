/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/**
 * What a connection to the API came to.
 *
 * @param statuses of all its answers
 * @param published how many challenges and redemptions Kafka has more
 * @param answers all bytes that came back
 */
record ApiOutcome(List<Integer> statuses, long published, String answers) {

    /** It was a good request. */
    void isTaken() {
        assertThat(statuses).as(answers).containsExactly(201);
        assertThat(published).isOne();
    }

    /** It was refused with this problem, and only that was answered. */
    void isRefusedWith(int status, String type) {
        isRefusedWith(status);
        assertThat(answers)
                .containsIgnoringCase("\r\nContent-Type: application/problem+json\r\n")
                .contains("\"type\":\"urn:uptext:problem:" + type + "\"");
    }

    /** It was refused with this status, perhaps by the server, before anybody could tell what kind of answer it wants. */
    void isRefusedWith(int status) {
        assertThat(statuses).as(answers).containsExactly(status);
        isNothing();
    }

    /** Nothing became of it, and nothing failed on our side, whether it was answered or not. */
    void isNothing() {
        assertThat(published).as(answers).isZero();
        assertThat(statuses).as(answers).noneMatch(status -> status >= 500);
        assertThat(answers).doesNotContain(ApiEdgeTest.CANARY_NUMBERS, ApiEdgeTest.CANARY, "Exception", "\tat ");
    }
}
