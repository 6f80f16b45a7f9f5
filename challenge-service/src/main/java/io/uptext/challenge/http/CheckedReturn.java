/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.ReturnLink;
import io.uptext.contracts.event.ReturnTo;
import io.uptext.platform.http.Problem;
import io.uptext.registry.RelyingParty;
import org.jspecify.annotations.Nullable;

/** Where the hosted page may lead back to: an open redirector would lead people to whoever writes an address. */
final class CheckedReturn {

    private CheckedReturn() {}

    /**
     * What is asked for, or a problem that says what is wrong with it.
     *
     * @param addresses say whether there is a page at all
     */
    static @Nullable ReturnTo of(
            @Nullable String url, @Nullable String state, RelyingParty party, BrowserAddresses addresses) {
        if (url == null) {
            if (state != null) {
                throw Problem.INVALID_REQUEST.because(
                        "state must be absent without returnUrl, by which it comes back.");
            }
            return null;
        }
        if (addresses.page() == null) {
            throw Problem.INVALID_REQUEST.because(
                    "returnUrl must be absent: there is no hosted page here, for uptext.challenge.page-url is not set.");
        }
        if (!ReturnTo.isUrl(url)) {
            throw Problem.INVALID_REQUEST.because("returnUrl must be an absolute URL of up to " + ReturnTo.LONGEST_URL
                    + " characters, with its host in lower case, without a user or a fragment, and with everything"
                    + " escaped that is to be (RFC 3986).");
        }
        if (!party.hasPageAt(url)) {
            throw Problem.INVALID_REQUEST.because(
                    "returnUrl must begin with one of your origins, letter by letter as the registry has it.");
        }
        if (ReturnLink.isAmbiguous(url)) {
            throw Problem.INVALID_REQUEST.because(
                    "returnUrl must not have challenge, status or state in its query: they are added to it.");
        }
        if (state != null && !ReturnTo.isState(state)) {
            throw Problem.INVALID_REQUEST.because("state must be 1 to 256 printable characters of ASCII.");
        }
        return new ReturnTo(url, state);
    }
}
