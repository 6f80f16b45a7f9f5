/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import static io.uptext.platform.view.ChallengeStatus.DENIED;

import io.uptext.platform.view.ChallengeStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What pages have heard, as a test wants it; times are milliseconds after the fault. */
final class Histories {

    /** When the log has what {@link SmallRun#tell} was given. */
    static final int TOLD = 1_000;

    private Histories() {}

    static Connection connection(int instance, int opened, Closing closing, Heard... heard) {
        return new Connection(instance, SmallRun.FAULT.plusMillis(opened), Connection.OK, List.of(heard), closing);
    }

    static Connection unanswered(int instance, int opened) {
        return new Connection(instance, SmallRun.FAULT.plusMillis(opened), 0, List.of(), Closing.BROKEN);
    }

    static Heard state(int at, ChallengeStatus status) {
        return new Heard(SmallRun.FAULT.plusMillis(at), "state", status, null, SmallRun.EXPIRES);
    }

    static Heard outcome(int at, ChallengeStatus status) {
        return ended(at, status, null);
    }

    static Heard refusal(String reason) {
        return ended(TOLD, DENIED, reason);
    }

    private static Heard ended(int at, ChallengeStatus status, @Nullable String why) {
        return new Heard(SmallRun.FAULT.plusMillis(at), "outcome", status, why, null);
    }

    /** As {@link SmallRun#rejected} makes it. */
    static Heard attempt(int at) {
        return new Heard(SmallRun.FAULT.plusMillis(at), "attempt", null, "wrong_phone", null);
    }
}
