/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.webhook;

/** What is wrong with a webhook. */
public enum WebhookFlaw {
    /** A header is missing, or there are several of one. */
    MISSING_HEADER,
    /** The time is no number of seconds. */
    MALFORMED_TIME,
    /** It was signed too long ago, so it may be a repetition by somebody else. */
    TOO_OLD,
    /** It was signed in the future. */
    TOO_NEW,
    /** No signature of it is by one of the secrets. */
    WRONG_SIGNATURE
}
