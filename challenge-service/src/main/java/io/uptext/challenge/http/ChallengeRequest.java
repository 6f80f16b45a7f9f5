/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.Wish;
import io.uptext.challenge.limit.EndUser;
import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.PkceChallenge;
import io.uptext.platform.http.Problem;
import io.uptext.platform.json.Json;
import io.uptext.platform.json.StrictUtf8;
import io.uptext.platform.phone.PhoneNumbers;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.ValidityPolicy;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.exc.InvalidNullException;

/** The body of {@code POST /v1/challenges}; docs/api/challenges.md has the limits. */
record ChallengeRequest(
        @JsonDeserialize(using = NotNull.class) @Nullable String msisdn,
        @Nullable Duration validity,
        @Nullable String codeChallenge,
        @Nullable String nonce,
        @Nullable ChallengeContext context,
        @Nullable Map<String, @Nullable String> metadata,
        @Nullable String returnUrl,
        @Nullable String state,
        @Nullable String endUserIp) {

    private static final Pattern NONCE = Pattern.compile("[!-~]{1,128}");
    private static final int LONGEST_CONTEXT = 80;
    private static final int MOST_METADATA = 16;
    private static final int LONGEST_METADATA = 256;
    private static final Pattern METADATA_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

    /** Without the number. */
    @Override
    public String toString() {
        return "ChallengeRequest[***]";
    }

    static ChallengeRequest parse(byte[] body) {
        if (body.length == 0) {
            return new ChallengeRequest(null, null, null, null, null, null, null, null, null);
        }
        // Jackson would guess UTF-16 and UTF-32, and pass over a byte order mark, which others do not.
        String json = StrictUtf8.decode(body).orElseThrow(Misread::notJson);
        try {
            @Nullable ChallengeRequest request = Json.MAPPER.readValue(json, ChallengeRequest.class);
            if (request == null) {
                throw Problem.MALFORMED.because("The body must be a JSON object.");
            }
            return request;
        } catch (InvalidNullException e) {
            // Whoever has lost the number of somebody who has one would let any phone answer for them.
            throw Problem.INVALID_REQUEST.because(
                    "msisdn must not be null: name the phone, or leave the field out if any may answer.");
        } catch (JacksonException e) {
            throw Misread.problem(e, ChallengeRequest.class);
        }
    }

    /** What is wished for, or a problem that says what is out of range. */
    Wish wish(RelyingParty party, BrowserAddresses addresses) {
        return new Wish(
                checkedMsisdn(party),
                checkedValidity(party),
                checkedCodeChallenge(),
                checkedNonce(),
                checkedContext(),
                checkedMetadata(),
                CheckedReturn.of(returnUrl, state, party, addresses),
                checkedEndUser());
    }

    private @Nullable Msisdn checkedMsisdn(RelyingParty party) {
        if (party.mode() == RelyingParty.Mode.BOUND && msisdn == null) {
            throw Problem.INVALID_REQUEST.because("msisdn is missing: your challenges always name the phone.");
        }
        if (party.mode() == RelyingParty.Mode.OPEN && msisdn != null) {
            throw Problem.INVALID_REQUEST.because("msisdn must be absent: your challenges never name the phone.");
        }
        return msisdn == null
                ? null
                : PhoneNumbers.parse(msisdn)
                        .orElseThrow(() -> Problem.IMPOSSIBLE_NUMBER.because(
                                "msisdn must be an international number with its country code."));
    }

    private Duration checkedValidity(RelyingParty party) {
        ValidityPolicy policy = party.validity();
        if (validity == null) {
            return policy.usual();
        }
        if (!policy.allows(validity)) {
            throw Problem.INVALID_REQUEST.because(
                    "validity must be from " + policy.shortest() + " to " + policy.longest() + ".");
        }
        return validity;
    }

    private @Nullable PkceChallenge checkedCodeChallenge() {
        try {
            return codeChallenge == null ? null : new PkceChallenge(codeChallenge);
        } catch (IllegalArgumentException e) {
            throw Problem.INVALID_REQUEST.because(
                    "codeChallenge must be the SHA-256 of a verifier in base64url without padding (RFC 7636, S256).");
        }
    }

    private @Nullable String checkedNonce() {
        if (nonce != null && !NONCE.matcher(nonce).matches()) {
            throw Problem.INVALID_REQUEST.because("nonce must be 1 to 128 visible characters of ASCII.");
        }
        return nonce;
    }

    private @Nullable ChallengeContext checkedContext() {
        if (context != null) {
            checkShown("context.action", context.action());
            checkShown("context.device", context.device());
            checkShown("context.place", context.place());
        }
        return context;
    }

    /** Line breaks would forge lines of the page, and bidirectional controls reverse what it says. */
    private static void checkShown(String name, @Nullable String shown) {
        if (shown == null) {
            return;
        }
        boolean printable = shown.codePoints().allMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> false;
            default -> true;
        });
        if (!printable || shown.isBlank() || shown.length() > LONGEST_CONTEXT) {
            throw Problem.INVALID_REQUEST.because(
                    name + " must be 1 to " + LONGEST_CONTEXT + " characters without control characters.");
        }
    }

    private @Nullable EndUser checkedEndUser() {
        return endUserIp == null
                ? null
                : EndUser.parse(endUserIp)
                        .orElseThrow(() -> Problem.INVALID_REQUEST.because(
                                "endUserIp must be an IPv4 or IPv6 address, without brackets, zone or prefix length."));
    }

    @SuppressWarnings("NullAway") // the values have been checked
    private @Nullable Map<String, String> checkedMetadata() {
        if (metadata == null) {
            return null;
        }
        boolean fits = metadata.size() <= MOST_METADATA
                && metadata.entrySet().stream()
                        .allMatch(entry -> METADATA_NAME.matcher(entry.getKey()).matches()
                                && entry.getValue() != null
                                && entry.getValue().length() <= LONGEST_METADATA
                                && StrictUtf8.canEncode(entry.getValue()));
        if (!fits) {
            throw Problem.INVALID_REQUEST.because(
                    "metadata takes " + MOST_METADATA + " entries; names of 1 to 40 letters, digits, '_', '.' and '-';"
                            + " values of up to " + LONGEST_METADATA + " characters of Unicode.");
        }
        return Map.copyOf(metadata);
    }
}
