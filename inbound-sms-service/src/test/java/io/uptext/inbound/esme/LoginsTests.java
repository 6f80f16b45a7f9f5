/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who of the binds at an SMSC tries, while it is not known whether we are let in, and after that. */
class LoginsTests {

    private final Logins logins = new Logins();
    private final List<String> letIn = new ArrayList<>();
    private final Logins.Candidate one = candidate("one");
    private final Logins.Candidate two = candidate("two");
    private final Logins.Candidate three = candidate("three");

    private Logins.Candidate candidate(String name) {
        return () -> letIn.add(name);
    }

    @Test
    void theFirstTriesAloneAndTheOthersFollowOnceItIsBound() {
        assertThat(logins.mayTry(one)).isTrue();
        assertThat(logins.mayTry(two)).isFalse();
        assertThat(logins.mayTry(three)).isFalse();
        assertThat(logins.isHeldBack(two)).as("nobody was refused").isFalse();

        logins.bound(one, 1);

        assertThat(letIn).containsExactly("two", "three");
        assertThat(logins.password()).isEqualTo(1);
        assertThat(logins.mayTry(two)).isTrue();
        assertThat(logins.mayTry(three)).isTrue();
    }

    @Test
    void whereTheFirstReachesNobodyAllTry() {
        logins.mayTry(one);
        logins.mayTry(two);

        logins.ended(one);

        assertThat(letIn).containsExactly("two");
        assertThat(logins.mayTry(one)).isTrue();
        assertThat(logins.mayTry(two)).isTrue();
        assertThat(logins.mayTry(three)).isTrue();
    }

    @Test
    void afterARefusalOneGoesOnUntilItIsBoundWhateverElseItMeets() {
        logins.mayTry(one);
        logins.mayTry(two);
        assertThat(logins.refused(one)).isTrue();
        assertThat(logins.isHeldBack(two)).isTrue();
        logins.ended(one);
        assertThat(logins.mayTry(one)).isTrue();
        assertThat(logins.mayTry(three)).isFalse();
        assertThat(letIn).isEmpty();

        logins.bound(one, 0);

        assertThat(letIn).containsExactly("two", "three");
        assertThat(logins.isHeldBack(two)).isFalse();
    }

    @Test
    void ofThoseThatAreRefusedTogetherTheFirstGoesOn() {
        logins.mayTry(one);
        logins.ended(one);
        logins.mayTry(two);
        logins.mayTry(three);

        assertThat(logins.refused(two)).isTrue();
        assertThat(logins.refused(three)).isFalse();
        assertThat(logins.mayTry(three)).isFalse();
        assertThat(logins.mayTry(one)).isFalse();
        assertThat(logins.mayTry(two)).isTrue();
    }

    @Test
    void whoeverIsBoundAlthoughAnotherWasRefusedProvesThatThePasswordIsRight() {
        logins.mayTry(one);
        logins.ended(one);
        logins.mayTry(two);
        logins.refused(one);
        logins.mayTry(three);

        logins.bound(two, 1);

        assertThat(letIn).containsExactly("three");
        assertThat(logins.password()).isEqualTo(1);
        assertThat(logins.mayTry(one)).isTrue();
    }

    /** Some SMSCs say ESME_RBINDFAIL to one bind too many. */
    @Test
    void oneBindTooManyKeepsNobodyFromComingBack() {
        logins.mayTry(one);
        logins.bound(one, 0);
        logins.mayTry(two);
        logins.bound(two, 0);
        logins.mayTry(three);
        assertThat(logins.refused(three)).isTrue();

        logins.ended(one);
        assertThat(logins.mayTry(one)).isTrue();
        logins.bound(one, 0);
        assertThat(letIn).isEmpty();

        logins.ended(one);
        logins.ended(two);
        assertThat(logins.mayTry(two)).as("the first of all anew").isTrue();
        assertThat(logins.mayTry(three)).isFalse();
        logins.bound(two, 0);
        assertThat(letIn).containsExactly("three");
    }
}
