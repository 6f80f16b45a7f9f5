/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.RawRequest;
import java.util.Optional;

/**
 * Whether a signed request can be read in one way only. V3 signs the parameters of a form with nothing between them, and one
 * of the values is the subscriber's to write: whoever has seen the signature of a text of theirs could move the boundaries,
 * so that a part of the text becomes its sender. The true id, which stands before the text, then has to be inside of something
 * else, or, where a GET becomes a POST, the text in the query.
 */
final class Boundaries {

    private static final String ID = "MessageUUID";
    private static final String TEXT = "Text";

    private Boundaries() {}

    /** Whether the parameters of a request are where Plivo has put them. */
    static boolean areSure(RawRequest request, Form form) {
        Optional<Form> query = Form.ofQuery(request);
        return !form.anyMatch(Boundaries::canHide)
                && query.filter(parameters -> !parameters.anyMatch(Boundaries::canHide))
                        .filter(parameters -> request.isGet() || !parameters.has(TEXT))
                        .isPresent();
    }

    private static boolean canHide(String name, String value) {
        return !name.equals(TEXT) && !name.equals(ID) && (name + value).contains(ID);
    }
}
