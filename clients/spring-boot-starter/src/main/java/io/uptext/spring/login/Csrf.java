/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

/**
 * The token that forms repeat, so that nobody else's page can send them.
 *
 * @param parameter the name of its field
 * @param token its value
 */
public record Csrf(String parameter, String token) {

    /** What a site is told that has none. */
    public static final String NEEDED =
            "Login by text needs Spring Security's protection against CSRF, which is on by default:"
                    + " without it, a page of somebody else's can finish a sign-in in this browser.";

    /** Without the token. */
    @Override
    public String toString() {
        return "Csrf[" + parameter + "]";
    }
}
