/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.RawRequest;

/**
 * Whether a signed request can be read in one way only. Twilio signs names and values with nothing between them, and one of
 * the values is the subscriber's to write: whoever has seen the signature of a text of theirs could move the boundaries, so
 * that a part of the text becomes its sender. The true sender then has to be inside of something else.
 */
final class Boundaries {

    private static final String SENDER = "From";
    private static final String TEXT = "Body";

    /** Where a POST's parameters begin, all of which would have to be inside of a GET's query. */
    private static final String FIRST_OF_POST = "AccountSidAC";

    private Boundaries() {}

    /** Whether the parameters of a request are where Twilio has put them. */
    static boolean areSure(RawRequest request, Form form) {
        return request.isGet()
                ? request.rawQuery()
                        .filter(query -> query.contains(FIRST_OF_POST))
                        .isEmpty()
                : !form.anyMatch(Boundaries::canHide) && !hasTextOfGet(request);
    }

    private static boolean canHide(String name, String value) {
        return !isPascalCase(name)
                || (name.startsWith(SENDER)
                        && name.length() > SENDER.length()
                        && !isCapital(name.charAt(SENDER.length())))
                || (!name.equals(TEXT) && (name + value).indexOf(SENDER, 1) >= 0);
    }

    /** As Twilio writes names. Without the capital, the rest of a name could be a sender. */
    private static boolean isPascalCase(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isCapital(c) && (i == 0 || !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean hasTextOfGet(RawRequest request) {
        return Form.ofQuery(request).filter(query -> !query.has(TEXT)).isEmpty();
    }
}
