/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.net.URI;

/** Somebody between the provider and us changes the number that a text is from. */
final class Tampering {

    private Tampering() {}

    static SimulatedRequest of(SimulatedRequest request, SimulatedSms sms) {
        String digits = sms.from().substring(1);
        char last = digits.charAt(digits.length() - 1);
        String other = digits.substring(0, digits.length() - 1) + (last == '9' ? '0' : (char) (last + 1));
        String body = new String(request.body(), ISO_8859_1);
        return body.contains(digits)
                ? request.withBody(body.replace(digits, other).getBytes(ISO_8859_1))
                : request.to(URI.create(request.url().toString().replace(digits, other)));
    }
}
