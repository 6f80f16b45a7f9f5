/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.registry.RelyingParty;
import io.uptext.registry.WebOrigin;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/** What each answer of the hosted page tells the browser to refuse. */
final class PageHeaders {

    /** Of an answer that shows nothing, or nothing but a style. It is followed by where a style comes from. */
    private static final String CLOSED =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PageHeaders() {}

    /** Of a page: what has its nonce may run and style, the element may talk to the notifier, and the page look for itself. */
    static String policy(String nonce, RelyingParty party, String watchOrigin) {
        String framers = party.origins().stream().map(WebOrigin::value).collect(Collectors.joining(" "));
        return "default-src 'none'; script-src 'nonce-" + nonce + "'; style-src 'nonce-" + nonce
                + "'; img-src data:; connect-src 'self' " + watchOrigin
                + "; base-uri 'none'; form-action 'none'; frame-ancestors "
                + (framers.isEmpty() ? "'none'" : framers);
    }

    /** Of an answer that shows nothing. */
    static String policy() {
        return CLOSED;
    }

    /** Of an answer that is the same for all, with a style of this SHA-256. */
    static String policy(String styleHash) {
        return CLOSED + "; img-src data:; style-src 'sha256-" + styleHash + "'";
    }

    /** All of an answer. */
    static void set(HttpHeaders headers, String policy) {
        headers.set("Content-Security-Policy", policy);
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cache-Control", "no-store");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set(
                "Permissions-Policy",
                "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()");
        setForAll(headers);
    }

    /** What files want, too. */
    static void setForAll(HttpHeaders headers) {
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        headers.set("Strict-Transport-Security", "max-age=31536000");
        headers.set("X-Content-Type-Options", "nosniff");
    }
}
