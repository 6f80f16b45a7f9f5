/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.platform.outbound.LoopbackUrls;
import io.uptext.platform.outbound.PublicUrls;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads where a relying party wants to be told of outcomes. */
final class WebhooksReading {

    private static final int MOST = 10;

    private WebhooksReading() {}

    static List<Webhook> read(Section section) {
        List<Section> entries = section.list("webhooks");
        if (entries.size() > MOST) {
            section.wrong("webhooks", "must have up to " + MOST + " entries");
        }
        List<Webhook> webhooks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Section entry : entries) {
            Optional<String> id = entry.required("id").filter(text -> isId(entry, text));
            Optional<URI> url = entry.required("url").flatMap(text -> url(entry, text));
            entry.end();
            if (id.isPresent() && !ids.add(id.get())) {
                entry.wrong("id", "is that of another webhook too");
            }
            id.ifPresent(name -> url.ifPresent(to -> webhooks.add(new Webhook(name, to))));
        }
        return List.copyOf(webhooks);
    }

    private static boolean isId(Section entry, String id) {
        boolean is = Webhook.isId(id);
        if (!is) {
            entry.wrong("id", "must be 1 to 40 lower-case letters, digits and inner dashes");
        }
        return is;
    }

    private static Optional<URI> url(Section entry, String url) {
        try {
            return Optional.of(LoopbackUrls.parse(url).orElseGet(() -> PublicUrls.parse(url)));
        } catch (IllegalArgumentException e) {
            entry.wrong("url", Objects.requireNonNull(e.getMessage()));
            return Optional.empty();
        }
    }
}
