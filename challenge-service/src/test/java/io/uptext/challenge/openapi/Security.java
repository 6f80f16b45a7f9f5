/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.openapi;

import io.uptext.platform.json.Json;
import io.uptext.registry.Scope;
import io.uptext.testkit.docs.Block;
import io.uptext.testkit.docs.Section;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How callers say who they are: by a key or by a token, in the same header. */
final class Security {

    private static final String API_KEY = "apiKey";
    private static final String ACCESS_TOKEN = "accessToken";

    private Security() {}

    /**
     * Both schemes. A token is not described as OAuth's, for that wants the address of the one authorization server, and each
     * deployment has its own.
     */
    static ObjectNode schemes(Section words) {
        List<String> paragraphs =
                words.all(Block.Paragraph.class).map(Block.Paragraph::text).toList();
        ObjectNode schemes = Json.MAPPER.createObjectNode();
        schemes.set(API_KEY, bearer("upk_<id>_<secret>", beginning(paragraphs, "Keys ")));
        schemes.set(ACCESS_TOKEN, bearer("JWT", beginning(paragraphs, "**Access tokens** ")));
        return schemes;
    }

    private static String beginning(List<String> paragraphs, String beginning) {
        return paragraphs.stream()
                .filter(each -> each.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No paragraph begins with " + beginning));
    }

    private static ObjectNode bearer(String format, String words) {
        return Json.MAPPER
                .createObjectNode()
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", format)
                .put("description", Words.plain(words));
    }

    /** Either of them, with this scope; none without. */
    static ArrayNode needs(@Nullable Scope scope) {
        ArrayNode either = Json.MAPPER.createArrayNode();
        if (scope != null) {
            either.addObject().putArray(API_KEY).add(scope.word());
            either.addObject().putArray(ACCESS_TOKEN).add(scope.tokenWord());
        }
        return either;
    }
}
