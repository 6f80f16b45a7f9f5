/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says whether a webhook is genuine and young. Give it the body as it came: what was parsed and written again has another
 * signature.
 */
public final class WebhookVerifier {

    /** How far from now a webhook may have been signed. */
    public static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern SECONDS = Pattern.compile("\\d{1,12}");
    private static final int MOST_SIGNATURES = 32;

    private final List<WebhookSecret> secrets;
    private final Clock clock;

    private WebhookVerifier(List<WebhookSecret> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * A verifier by the system's clock.
     *
     * @param secrets {@code whsec_…} or {@code whpk_…}; several while they are changed, and one of them must fit
     */
    public static WebhookVerifier of(List<String> secrets) {
        return of(secrets, Clock.systemUTC());
    }

    /** As above, by another clock. */
    public static WebhookVerifier of(List<String> secrets, Clock clock) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("webhooks are verified by one secret at least");
        }
        return new WebhookVerifier(secrets.stream().map(WebhookSecret::parse).toList(), clock);
    }

    /**
     * What came, if it is to be believed.
     *
     * @param headers of the request, with names in any case
     * @param body its bytes
     * @throws WebhookException if not
     */
    public Webhook verify(Map<String, List<String>> headers, byte[] body) {
        String id = only(headers, "webhook-id");
        String time = only(headers, "webhook-timestamp");
        String signatures = only(headers, "webhook-signature");
        if (!SECONDS.matcher(time).matches()) {
            throw new WebhookException(WebhookFlaw.MALFORMED_TIME);
        }
        Instant sentAt = Instant.ofEpochSecond(Long.parseLong(time));
        Instant now = clock.instant();
        if (sentAt.isBefore(now.minus(TOLERANCE))) {
            throw new WebhookException(WebhookFlaw.TOO_OLD);
        }
        if (sentAt.isAfter(now.plus(TOLERANCE))) {
            throw new WebhookException(WebhookFlaw.TOO_NEW);
        }
        // Last, since it costs the most, and anybody can send anything.
        if (!isSigned(content(id, time, body), signatures.split(" ", -1))) {
            throw new WebhookException(WebhookFlaw.WRONG_SIGNATURE);
        }
        return new Webhook(id, sentAt);
    }

    private boolean isSigned(byte[] content, String[] signatures) {
        if (signatures.length > MOST_SIGNATURES) {
            return false;
        }
        for (WebhookSecret secret : secrets) {
            List<byte[]> candidates = Stream.of(signatures)
                    .filter(signature -> signature.startsWith(secret.version() + ","))
                    .map(signature ->
                            decoded(signature.substring(secret.version().length() + 1)))
                    .flatMap(Optional::stream)
                    .toList();
            if (!candidates.isEmpty() && secret.signs(content, candidates)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static byte[] content(String id, String time, byte[] body) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes((id + "." + time + ".").getBytes(StandardCharsets.UTF_8));
        content.writeBytes(body);
        return content.toByteArray();
    }

    /** Two of one name would let somebody choose which of them is read where. */
    private static String only(Map<String, List<String>> headers, String name) {
        List<String> values = headers.entrySet().stream()
                .filter(header -> header.getKey() != null && header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .toList();
        if (values.size() != 1 || values.get(0).isEmpty()) {
            throw new WebhookException(WebhookFlaw.MISSING_HEADER);
        }
        return values.get(0);
    }
}
