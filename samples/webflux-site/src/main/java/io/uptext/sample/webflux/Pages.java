/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.sample.webflux;

import io.uptext.spring.login.TextPrincipal;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A page for everybody, and one for those who are signed in. */
@RestController
class Pages {

    @GetMapping(path = "/", produces = "text/html")
    String home() {
        return page("Welcome", "Everybody may read this. <a href=\"/account\">Your account</a> is for you only.");
    }

    @GetMapping(path = "/account", produces = "text/html")
    String account(@AuthenticationPrincipal TextPrincipal person) {
        // A number and the name of a challenge need no escaping.
        return page(
                "Your account",
                "Signed in as <b id=\"who\">%s</b> by %s".formatted(person.subject(), person.challengeId()));
    }

    private static String page(String title, String body) {
        return """
                <!doctype html>
                <html lang="en">
                <title>%1$s</title>
                <link rel="icon" href="data:,">
                <h1>%1$s</h1>
                <p>%2$s</p>
                """.formatted(title, body);
    }
}
