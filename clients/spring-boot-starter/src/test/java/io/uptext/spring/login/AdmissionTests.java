/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;

class AdmissionTests {

    @Test
    void whose_account_is_closed_in_any_way_stays_out() {
        for (User.UserBuilder closed : List.of(
                anna().disabled(true),
                anna().accountLocked(true),
                anna().accountExpired(true),
                anna().credentialsExpired(true))) {
            assertThat(Admission.of(closed.build())).isInstanceOf(Admission.Refused.class);
        }
        assertThat(Admission.of(anna().build())).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void a_password_does_not_go_into_the_session() {
        UserDetails user = anna().build();
        assertThat(user.getPassword()).isEqualTo("{noop}p");
        Admission.Admitted admitted = (Admission.Admitted) Admission.of(user);
        UserDetails principal = (UserDetails)
                Objects.requireNonNull(TextAuthentication.of(admitted).getPrincipal());
        assertThat(principal.getPassword()).isNull();
        assertThat(principal.getUsername()).isEqualTo("anna");
    }

    private static User.UserBuilder anna() {
        return User.withUsername("anna").password("{noop}p").roles("CUSTOMER");
    }
}
