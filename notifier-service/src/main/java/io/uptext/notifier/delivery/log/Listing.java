/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery.log;

import io.uptext.contracts.vocabulary.DeliveryId;
import io.uptext.contracts.vocabulary.WebhookId;
import io.uptext.notifier.delivery.log.LoggedDelivery.Place;
import io.uptext.platform.http.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

/**
 * Which page of a relying party's deliveries is asked for.
 *
 * @param webhook only those to it; all if absent
 * @param status only those that stand so; all if absent
 * @param limit how many at most
 * @param after where the page before has ended; absent for the first
 */
record Listing(
        @Nullable WebhookId webhook,
        @Nullable DeliveryStatus status,
        int limit,
        @Nullable Place after) {

    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final List<String> NAMES = List.of("webhook", "status", "limit", "cursor");
    private static final Pattern LIMIT = Pattern.compile("[1-9][0-9]{0,2}");
    private static final Pattern PLACE = Pattern.compile("([0-9]{1,15})\\.(dlv_[0-9a-z]{26})");

    /** So many are looked at for a page. */
    private static final int MOST_LOOKED_AT = 1_000;

    static Listing of(ServerRequest request) {
        request.queryParams().forEach((name, values) -> {
            if (values.size() > 1 || !NAMES.contains(name)) {
                throw Problem.INVALID_REQUEST.because("A list takes webhook, status, limit and cursor, each once.");
            }
        });
        return new Listing(
                request.queryParam("webhook").map(Listing::webhook).orElse(null),
                request.queryParam("status").map(Listing::status).orElse(null),
                request.queryParam("limit").map(Listing::limit).orElse(USUAL),
                request.queryParam("cursor").map(Listing::place).orElse(null));
    }

    private static WebhookId webhook(String name) {
        try {
            return new WebhookId(name);
        } catch (IllegalArgumentException e) {
            throw Problem.INVALID_REQUEST.because("webhook must be the id of a webhook in the registry.");
        }
    }

    private static DeliveryStatus status(String word) {
        return DeliveryStatus.of(word)
                .orElseThrow(
                        () -> Problem.INVALID_REQUEST.because("status must be one of " + DeliveryStatus.all() + "."));
    }

    private static int limit(String digits) {
        int limit = LIMIT.matcher(digits).matches() ? Integer.parseInt(digits) : 0;
        if (limit < 1 || limit > MOST) {
            throw Problem.INVALID_REQUEST.because("limit must be from 1 to " + MOST + ".");
        }
        return limit;
    }

    private static Place place(String cursor) {
        try {
            Matcher place = PLACE.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII));
            if (place.matches()) {
                return new Place(Instant.ofEpochMilli(Long.parseLong(place.group(1))), new DeliveryId(place.group(2)));
            }
        } catch (IllegalArgumentException e) {
            // Neither base64 nor an id: it is not ours.
        }
        throw Problem.INVALID_REQUEST.because("cursor must be the next of an earlier page.");
    }

    /** Looks them up. */
    Page page(PartyLog log) {
        List<ShownDelivery> found = new ArrayList<>();
        List<LoggedDelivery> candidates = log.after(after, MOST_LOOKED_AT);
        int looked = 0;
        while (looked < candidates.size() && found.size() < limit) {
            LoggedDelivery candidate = candidates.get(looked++);
            if (isWanted(candidate)) {
                found.add(ShownDelivery.inList(candidate));
            }
        }
        boolean isLast = looked == candidates.size() && candidates.size() < MOST_LOOKED_AT;
        return new Page(found, isLast ? null : cursor(candidates.get(looked - 1).place()));
    }

    private boolean isWanted(LoggedDelivery delivery) {
        return (webhook == null || webhook.equals(delivery.webhook()))
                && (status == null || status == delivery.status());
    }

    private static String cursor(Place place) {
        String text = place.scheduledAt().toEpochMilli() + "." + place.id().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * The answer.
     *
     * @param deliveries the newest first
     * @param next the cursor of the page after; absent on the last
     */
    record Page(List<ShownDelivery> deliveries, @Nullable String next) {}
}
