/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import com.samskivert.mustache.Escapers;

/**
 * What may stand in a page as it is.
 *
 * @param markup in which whatever others have written is escaped
 */
record Html(String markup) {

    /** A text. */
    static Html text(String text) {
        return new Html(Escapers.HTML.escape(text));
    }

    /** A text that others have written: its direction is its own, and does not turn round what stands beside it. */
    static Html isolated(String text) {
        return new Html("<bdi>" + text(text).markup + "</bdi>");
    }

    @Override
    public String toString() {
        return markup;
    }
}
