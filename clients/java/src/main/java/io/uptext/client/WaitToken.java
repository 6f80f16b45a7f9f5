/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

/**
 * What opens the event stream of one challenge. It is for the one browser that waits, in a body and never in a URL.
 *
 * @param value {@code upw_…}
 */
public record WaitToken(String value) {

    @Override
    public String toString() {
        return "upw_" + Secret.HIDDEN;
    }
}
