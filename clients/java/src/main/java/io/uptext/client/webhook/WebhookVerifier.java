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
import java.util.regex.Pattern;

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
        byte[] content = content(id, time, body);
        if (signatures.split(" ", -1).length > MOST_SIGNATURES || !isSigned(content, signatures)) {
            throw new WebhookException(WebhookFlaw.WRONG_SIGNATURE);
        }
        Instant sentAt = Instant.ofEpochSecond(Long.parseLong(time));
        Instant now = clock.instant();
        if (sentAt.isBefore(now.minus(TOLERANCE))) {
            throw new WebhookException(WebhookFlaw.TOO_OLD);
        }
        if (sentAt.isAfter(now.plus(TOLERANCE))) {
            throw new WebhookException(WebhookFlaw.TOO_NEW);
        }
        return new Webhook(id, sentAt);
    }

    private boolean isSigned(byte[] content, String signatures) {
        for (String versioned : signatures.split(" ", -1)) {
            int comma = versioned.indexOf(',');
            if (comma < 0) {
                continue;
            }
            String version = versioned.substring(0, comma);
            byte[] signature;
            try {
                signature = Base64.getDecoder().decode(versioned.substring(comma + 1));
            } catch (IllegalArgumentException e) {
                continue;
            }
            for (WebhookSecret secret : secrets) {
                if (secret.version().equals(version) && secret.signs(content, signature)) {
                    return true;
                }
            }
        }
        return false;
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
