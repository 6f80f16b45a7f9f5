/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.webflux;

import io.uptext.spring.login.Admission;
import io.uptext.spring.login.ProvenNumber;
import io.uptext.spring.login.TextLoginUsers;
import reactor.core.publisher.Mono;

/** {@link TextLoginUsers} of a site that does not wait on a thread. */
@FunctionalInterface
public interface ReactiveTextLoginUsers {

    /** Who it is, or why they cannot sign in. Nobody signs in on an empty answer. */
    Mono<Admission> admit(ProvenNumber number);

    /** Everybody, with the role {@code USER}. */
    static ReactiveTextLoginUsers everybody() {
        return number -> Mono.just(TextLoginUsers.everybody().admit(number));
    }
}
