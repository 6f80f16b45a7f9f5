/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import java.util.Locale;

/** Why there was no answer, in words that tell neither a URL nor a host. */
public enum Flaw {
    /** There is no key to sign with, so nothing was sent. */
    NO_SECRET,
    /** The URL, or an address that its name leads to, is not of the public internet. Nothing was connected to. */
    FORBIDDEN_ADDRESS,
    /** The name leads nowhere. */
    NO_ADDRESS,
    /** Nobody listens there, or nobody can get there. */
    CONNECT,
    /** Its certificate is not good for its name, or it does not speak our TLS. */
    TLS,
    /** It has taken too long. */
    TIMEOUT,
    /** It has hung up without an answer. */
    CLOSED,
    /** What it says is no HTTP, or its headers are too large. */
    MALFORMED_ANSWER,
    /** As many as may be are under way to it. Nothing was sent. */
    BUSY;

    /** For logs, metrics and events. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
