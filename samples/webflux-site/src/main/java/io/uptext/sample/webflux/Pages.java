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
        return "<!doctype html><title>Sample</title><h1>Everybody may read this.</h1><p><a href=\"/account\">Your account</a>";
    }

    @GetMapping(path = "/account", produces = "text/html")
    String account(@AuthenticationPrincipal TextPrincipal person) {
        // Letters and digits: the name of a challenge needs no escaping, nor does a number.
        return "<!doctype html><title>Account</title><h1>Your account</h1><p>Signed in as <b id=\"who\">%s</b> by %s."
                .formatted(person.subject(), person.challengeId());
    }
}
