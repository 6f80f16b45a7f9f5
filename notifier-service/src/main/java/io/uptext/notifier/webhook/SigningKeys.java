/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The keys of one webhook: all of them sign, so that while one is changed the relying party can go by either (Standard
 * Webhooks 1.0.0, "Webhook headers").
 *
 * @param keys one at least, in the order of the file
 */
record SigningKeys(List<SigningKey> keys) {

    /** Without a dot: where the id ends must be beyond doubt in what is signed. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    SigningKeys {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("nobody can sign without a key");
        }
    }

    /**
     * The header {@code webhook-signature} of a message.
     *
     * @param at when it is sent this time, to the second
     */
    String signature(String id, Instant at, byte[] body) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "an id of a message is 1 to 128 letters, digits, dashes and underscores");
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes((id + "." + at.getEpochSecond() + ".").getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(body);
        byte[] signed = content.toByteArray();
        return keys.stream().map(key -> key.sign(signed)).collect(Collectors.joining(" "));
    }
}
