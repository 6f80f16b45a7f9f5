/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** Somebody has signed in by text. There are no credentials in it: the proof has been verified and used up. */
public final class TextAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // the site says what it is, and where its sessions are kept
    private final Object principal;

    private TextAuthentication(Admission.Admitted admitted) {
        super(admitted.authorities());
        this.principal = admitted.principal();
    }

    /** That of an admitted person; a password that the principal knows is erased, since it has no business in a session. */
    public static TextAuthentication of(Admission.Admitted admitted) {
        TextAuthentication authentication = new TextAuthentication(admitted);
        authentication.setAuthenticated(true);
        authentication.eraseCredentials();
        return authentication;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public Object getPrincipal() {
        return principal;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof TextAuthentication that && principal.equals(that.principal);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), principal);
    }
}
