/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Our few pages: HTML with {@code {{names}}} in it, whose values are escaped, and {@code {{{names}}}}, which are HTML. */
final class Templates {

    private static final Pattern NAME = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(\\w+)}}");

    private Templates() {}

    static String file(String name) {
        try (InputStream file = Templates.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the starter has lost its file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the starter's file " + name + " cannot be read", e);
        }
    }

    static String filled(String name, Map<String, String> values) {
        return NAME.matcher(file(name)).replaceAll(found -> Matcher.quoteReplacement(value(found, name, values)));
    }

    private static String value(MatchResult found, String template, Map<String, String> values) {
        boolean html = found.group(1) != null;
        String key = html ? found.group(1) : found.group(2);
        String value = values.get(key);
        if (value == null) {
            throw new IllegalStateException(template + " has no value for " + key);
        }
        return html ? value : HtmlUtils.htmlEscape(value, "UTF-8");
    }
}
