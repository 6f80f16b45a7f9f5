/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import org.jspecify.annotations.Nullable;

/**
 * What comes next: another state of the session, or a number that is proven and not signed in yet.
 *
 * @param next null if there is a number
 * @param proven null if there is another state
 */
public record LoginStep(@Nullable LoginState next, @Nullable ProvenNumber proven) {

    static LoginStep to(LoginState next) {
        return new LoginStep(next, null);
    }

    static LoginStep proven(ProvenNumber number) {
        return new LoginStep(null, number);
    }
}
