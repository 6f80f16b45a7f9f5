/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/** The page's files. What a template fills in is escaped, and a name that was forgotten is an error. */
final class Templates {

    private static final Mustache.Compiler COMPILER =
            Mustache.compiler().escapeHTML(true).withLoader(name -> new StringReader(file(name + ".html")));

    static final String STYLE = file("page.css");
    static final String SCRIPT = file("page.js");

    private static final Template PAGE = COMPILER.compile(file("page.html"));
    private static final Template CLOSED = COMPILER.compile(file("closed.html"));

    private Templates() {}

    /** A challenge's page. */
    static String page(Map<String, Object> values) {
        return PAGE.execute(values);
    }

    /** A page that is the same for all. */
    static String closed(Map<String, Object> values) {
        return CLOSED.execute(values);
    }

    private static String file(String name) {
        try {
            return new ClassPathResource(name, Templates.class).getContentAsString(UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " is missing in this build", e);
        }
    }
}
