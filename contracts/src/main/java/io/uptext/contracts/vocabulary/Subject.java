/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Who has proved a number, as a relying party is told: the number itself, or a pseudonym that stands for it there.
 *
 * @param value an E.164 number, or 43 characters of base64url
 * @see Pepper#pseudonym
 */
public record Subject(@JsonValue String value) {

    private static final int PSEUDONYM_LENGTH = 43;

    public Subject {
        if (!Msisdn.isE164(value) && !Forms.isBase64Url(value, PSEUDONYM_LENGTH)) {
            throw new IllegalArgumentException("not a subject: want an E.164 number or 43 characters of base64url");
        }
    }

    /** For a relying party that is to know the number. */
    public static Subject of(Msisdn number) {
        return new Subject(number.e164());
    }

    /** Masked: a pseudonym is personal data, too. */
    @Override
    public String toString() {
        return "Subject[***]";
    }
}
