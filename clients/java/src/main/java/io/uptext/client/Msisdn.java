/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

/**
 * A subscriber's number. From Uptext it comes in E.164 form; to Uptext it may go as a person has spelt it.
 *
 * <p>It prints masked, so that a forgotten log line leaks no number.
 *
 * @param value the number itself, 1 to 64 characters
 */
public record Msisdn(String value) {

    private static final int LONGEST = 64;

    /** Any spelling: whether a phone can have the number is for Uptext to say. */
    public Msisdn {
        if (value.isBlank() || value.length() > LONGEST) {
            throw new IllegalArgumentException("a number has 1 to " + LONGEST + " characters");
        }
    }

    /** The last characters, for a person who is to recognise their own number; fewer if it has no more. */
    public String last(int count) {
        return value.substring(Math.max(0, value.length() - count));
    }

    @Override
    public String toString() {
        return Secret.HIDDEN;
    }
}
