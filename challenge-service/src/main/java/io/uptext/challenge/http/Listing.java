/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.http.Problem;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewedChallenge;
import io.uptext.registry.RelyingParty;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Which page of a relying party's challenges is asked for.
 *
 * @param status only those that stand so; all if absent
 * @param limit how many at most
 * @param after where the page before has ended; absent for the first
 */
record Listing(@Nullable ChallengeStatus status, int limit, ChallengeView.@Nullable Place after) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,15})\\.(chl_[0-9a-z]{26})");

    /** So many are looked at for a page, so that a status that few have does not occupy the service. */
    private static final int MOST_LOOKED_AT = 1_000;

    static Listing of(ServerRequest request) {
        request.queryParams().forEach((name, values) -> {
            if (values.size() > 1 || !List.of("status", "limit", "cursor").contains(name)) {
                throw Problem.INVALID_REQUEST.because("A list takes status, limit and cursor, each once.");
            }
        });
        return new Listing(
                request.queryParam("status").map(Listing::status).orElse(null),
                request.queryParam("limit").map(Listing::limit).orElse(USUAL),
                request.queryParam("cursor").map(Listing::place).orElse(null));
    }

    private static ChallengeStatus status(String word) {
        return Arrays.stream(ChallengeStatus.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.INVALID_REQUEST.because("status must be one of "
                        + Arrays.stream(ChallengeStatus.values())
                                .map(ChallengeStatus::word)
                                .collect(Collectors.joining(", "))
                        + "."));
    }

    private static int limit(String digits) {
        int limit = LIMIT.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (limit < 1 || limit > MOST) {
            throw Problem.INVALID_REQUEST.because("limit must be from 1 to " + MOST + ".");
        }
        return limit;
    }

    private static ChallengeView.Place place(String cursor) {
        try {
            Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            if (place.matches()) {
                return new ChallengeView.Place(Long.parseLong(place.group(1)), new ChallengeId(place.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // Neither base64 nor an id: it is not ours.
        }
        throw Problem.INVALID_REQUEST.because("cursor must be the next of an earlier page.");
    }

    /** Looks them up. */
    ChallengePage page(ChallengeView view, RelyingParty party) {
        List<ShownChallenge> found = new ArrayList<>();
        @Nullable ViewedChallenge last = null;
        Iterator<ViewedChallenge> newest = view.newest(party.id(), after).iterator();
        for (int looked = 0; looked < MOST_LOOKED_AT && found.size() < limit && newest.hasNext(); looked++) {
            last = newest.next();
            if (status == null || last.status() == status) {
                found.add(ShownChallenge.of(party, last));
            }
        }
        return new ChallengePage(
                found, last != null && newest.hasNext() ? cursor(ChallengeView.Place.of(last.created())) : null);
    }

    private static String cursor(ChallengeView.Place place) {
        String text = place.createdAt() + "." + place.id().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The answer to {@code GET /v1/challenges}.
     *
     * @param challenges the newest first
     * @param next the cursor of the page after; absent on the last
     */
    record ChallengePage(
            List<ShownChallenge> challenges, @Nullable String next) {}
}
