/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import io.uptext.client.Msisdn;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them; whether a phone can have one is for Uptext to say. */
final class TypedNumber {

    /** What is written between digits, and what cannot be seen: address books put marks of direction around numbers. */
    private static final Pattern BETWEEN =
            Pattern.compile("[\\s().\\u00a0\\u00ad\\u200e\\u200f\\u2010-\\u2015\\u202a-\\u202e\\u2066-\\u2069/-]");

    private static final Pattern NUMBER = Pattern.compile("\\+\\d{5,20}");

    private TypedNumber() {}

    /** International only: nobody knows from which country a national one is. */
    static Optional<Msisdn> read(String typed) {
        String tidy = BETWEEN.matcher(typed).replaceAll("");
        String international = tidy.startsWith("00") ? "+" + tidy.substring(2) : tidy;
        return NUMBER.matcher(international).matches() ? Optional.of(new Msisdn(international)) : Optional.empty();
    }
}
