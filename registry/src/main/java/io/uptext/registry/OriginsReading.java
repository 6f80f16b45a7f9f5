/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.util.ArrayList;
import java.util.List;

/** Reads where a relying party's pages come from. */
final class OriginsReading {

    private static final int MOST = 20;

    private OriginsReading() {}

    static List<WebOrigin> read(Section section) {
        List<String> texts = section.texts("origins");
        List<WebOrigin> origins = new ArrayList<>();
        if (texts.size() > MOST) {
            section.wrong("origins", "must have up to " + MOST + " entries");
        }
        for (String text : texts) {
            try {
                WebOrigin origin = new WebOrigin(text);
                if (origins.contains(origin)) {
                    section.wrong("origins", "has one twice: " + text);
                }
                origins.add(origin);
            } catch (IllegalArgumentException e) {
                section.wrong("origins", e.getMessage() + ": " + text);
            }
        }
        return List.copyOf(origins);
    }
}
