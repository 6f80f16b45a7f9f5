/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

/**
 * Links that open the messages app with everything filled in. They have the code in them.
 *
 * @param standard RFC 5724, which Android takes
 * @param ios what iOS takes
 * @param both a compromise that most phones take
 */
public record SmsLinks(String standard, String ios, String both) {

    @Override
    public String toString() {
        return "sms:" + Secret.HIDDEN;
    }
}
