/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** axe-core, which finds what keeps people from using a page (WCAG 2.2 A and AA, and its best practices). */
final class Axe {

    private static final String SCRIPT = read();
    private static final String RUN = """
            async () => (await axe.run(document, {resultTypes: ['violations']})).violations
                .flatMap(({id, help, nodes}) => nodes.map(({target, failureSummary}) => `${id}: ${help} at ${target}. ${failureSummary}`))
            """;

    private Axe() {}

    /** Fails with all that it finds on a page as it is now. */
    static void check(Page page) {
        page.evaluate(SCRIPT);
        assertThat((List<?>) page.evaluate(RUN)).isEmpty();
    }

    private static String read() {
        try (InputStream script = Objects.requireNonNull(Axe.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
