/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import io.uptext.contracts.vocabulary.Destination;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Links that open the message, ready to be sent. Phones differ: RFC 5724 says {@code ?body=}, iOS wants {@code &body=},
 * and most take the compromise.
 *
 * @param standard RFC 5724, which Android follows
 * @param ios what iOS takes since version 8
 * @param both the compromise
 */
public record SmsLinks(String standard, String ios, String both) {

    /** The links for a text to a destination. */
    public static SmsLinks of(Destination destination, String text) {
        String start = "sms:" + destination.address();
        String body = "body=" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return new SmsLinks(start + "?" + body, start + "&" + body, start + "?&" + body);
    }
}
