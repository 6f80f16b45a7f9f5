/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.util.Arrays;
import java.util.Locale;

/** The kinds of problems that the API answers with; docs/api/problems.md says when. There may come to be more. */
public enum ProblemType {
    /** The request is not what its content type says. */
    MALFORMED,
    /** No key, or one that is not known. */
    UNAUTHENTICATED,
    /** The redemption does not show the verifier of the challenge. */
    WRONG_VERIFIER,
    /** The key may not do this. */
    FORBIDDEN,
    /** No such challenge of yours. */
    NOT_FOUND,
    /** The address does not take that method. */
    METHOD_NOT_ALLOWED,
    /** The challenge to cancel has its outcome. */
    ALREADY_DECIDED,
    /** The challenge to redeem has another outcome, or none yet. */
    NOT_CONFIRMED,
    /** The challenge was redeemed before, by another request. */
    ALREADY_REDEEMED,
    /** The challenge was given up: the person has said that the number is not theirs. */
    DISAVOWED,
    /** Some of what comes after the cursor of {@link EventReader} is kept no more. */
    CURSOR_TOO_OLD,
    /** The body has more than 8 KiB. */
    TOO_LARGE,
    /** The address does not take that content type. */
    UNSUPPORTED_MEDIA_TYPE,
    /** No phone can have that number. */
    IMPOSSIBLE_NUMBER,
    /** A request with the same idempotency key had another body. */
    IDEMPOTENCY_MISMATCH,
    /** A value is out of range. */
    INVALID_REQUEST,
    /** More has been created, or is open, than the limits allow; wait for {@link ProblemException#retryAfter()}. */
    RATE_LIMITED,
    /** Uptext could not do it just now. */
    UNAVAILABLE,
    /** A fault of Uptext's. */
    INTERNAL,
    /** Any that this version of the client does not know; {@link ProblemException#typeUri()} has it. */
    OTHER;

    private static final String PREFIX = "urn:uptext:problem:";

    static ProblemType of(String uri) {
        return Arrays.stream(values())
                .filter(type -> type != OTHER && type.uri().equals(uri))
                .findFirst()
                .orElse(OTHER);
    }

    private String uri() {
        return PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
