/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import java.util.Collection;
import java.util.List;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.AccountStatusUserDetailsChecker;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/** What a site says to somebody with a proven number. */
public sealed interface Admission {

    /**
     * Come in.
     *
     * @param principal who it is; serializable, where sessions are kept outside of the process
     */
    record Admitted(Object principal, Collection<? extends GrantedAuthority> authorities) implements Admission {

        /** Copies the authorities. */
        public Admitted {
            authorities = List.copyOf(authorities);
        }

        /** Without the principal, whose name may be a number. */
        @Override
        public String toString() {
            return "Admitted" + authorities;
        }
    }

    /**
     * Stay out.
     *
     * @param words why, for the person to read
     */
    record Refused(String words) implements Admission {}

    /** A person whom the site knows; whose account is disabled, locked or expired, or whose credentials are, stays out. */
    static Admission of(UserDetails user) {
        try {
            new AccountStatusUserDetailsChecker().check(user);
        } catch (AccountStatusException e) {
            return new Refused("Your account cannot be used just now. Please ask the site.");
        }
        return new Admitted(user, user.getAuthorities());
    }

    /** A person who is their number, and has these roles, {@code USER} for example. */
    static Admission of(ProvenNumber number, String... roles) {
        return new Admitted(
                TextPrincipal.of(number),
                List.of(roles).stream()
                        .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                        .toList());
    }

    /** Nobody whom the site wants. */
    static Admission refused(String words) {
        return new Refused(words);
    }
}
