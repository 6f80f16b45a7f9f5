/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.site;

import io.uptext.spring.login.Admission;
import io.uptext.spring.login.TextLoginUsers;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.UserDetails;

/** What docs/clients/spring-boot.md shows. */
class DocumentedUsers {

    interface Accounts {
        Optional<UserDetails> byNumber(String number);
    }

    // tag::users
    @Bean
    TextLoginUsers users(Accounts accounts) {
        return number -> accounts.byNumber(number.subject())
                .map(Admission::of)
                .orElseGet(() -> Admission.refused("There is no account with this number."));
    }
    // end::users
}
