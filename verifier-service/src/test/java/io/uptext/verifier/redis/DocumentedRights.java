/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.redis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The user that our page about Redis asks for. */
final class DocumentedRights {

    private static final Path PAGE = Path.of("..", "docs", "operations", "redis.md");

    private DocumentedRights() {}

    /** What makes it, and then what it needs more in a cluster. */
    static List<String> lines() throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("ACL SETUSER uptext-verifier "))
                .toList();
    }

    /** A URI with that user. */
    static String in(String uri) {
        return uri.replace("//", "//uptext-verifier:password@");
    }
}
