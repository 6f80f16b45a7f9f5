/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

/**
 * What a browser gets.
 *
 * @param contentType its media type
 * @param policy the Content-Security-Policy; empty for what is no page
 * @param cacheControl how long it may be kept
 * @param body its text, which goes out in UTF-8
 */
public record Page(int status, String contentType, String policy, String cacheControl, String body) {

    /** Without the body. */
    @Override
    public String toString() {
        return "Page[" + status + ", " + contentType + "]";
    }
}
