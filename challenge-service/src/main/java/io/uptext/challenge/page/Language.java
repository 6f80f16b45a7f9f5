/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.element.Element;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of the languages that the page speaks.
 *
 * @param tag BCP 47
 * @param words what it says, by keys
 */
record Language(String tag, Map<String, String> words) {

    static final List<String> TAGS = Element.LANGUAGES;

    private static final String ENGLISH = TAGS.getFirst();
    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    /** More than any browser sends; to sort thousands of languages takes long. */
    private static final int LONGEST_HEADER = 500;

    private static final Map<String, Language> ALL = TAGS.stream()
            .collect(Collectors.toUnmodifiableMap(tag -> tag, tag -> new Language(tag, Element.words(tag))));

    Language {
        words = Map.copyOf(words);
    }

    /** The one that a browser likes best (RFC 4647, lookup), or English. */
    static Language preferred(String acceptLanguage) {
        @Nullable Language known = ALL.get(lookedUp(acceptLanguage));
        return known == null ? of(ENGLISH) : known;
    }

    static Language of(String tag) {
        @Nullable Language known = ALL.get(tag);
        if (known == null) {
            throw new IllegalArgumentException("the page does not speak " + tag);
        }
        return known;
    }

    private static String lookedUp(String header) {
        if (header.isBlank() || header.length() > LONGEST_HEADER) {
            return ENGLISH;
        }
        try {
            @Nullable String best = Locale.lookupTag(Locale.LanguageRange.parse(header), TAGS);
            return best == null ? ENGLISH : best;
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }

    /** Where its lines begin. */
    String direction() {
        return RIGHT_TO_LEFT.contains(tag) ? "rtl" : "ltr";
    }

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Whether it has words for a key. */
    boolean has(String key) {
        return words.containsKey(key);
    }

    /** Its words for a key. */
    String say(String key) {
        @Nullable String said = words.get(key);
        if (said == null) {
            throw new IllegalArgumentException("there are no words for " + key);
        }
        return said;
    }

    /** A sentence, filled in as plain text. */
    String say(String key, Map<String, String> values) {
        return PLACEHOLDER
                .matcher(say(key))
                .replaceAll(found -> Matcher.quoteReplacement(value(values, found.group(1))));
    }

    /** A sentence, filled in as HTML. */
    Html sayHtml(String key, Map<String, Html> values) {
        String sentence = say(key);
        StringBuilder html = new StringBuilder();
        Matcher placeholder = PLACEHOLDER.matcher(sentence);
        int done = 0;
        while (placeholder.find()) {
            html.append(Html.text(sentence.substring(done, placeholder.start())));
            html.append(value(values, placeholder.group(1)));
            done = placeholder.end();
        }
        return new Html(html.append(Html.text(sentence.substring(done))).toString());
    }

    private static <T> T value(Map<String, T> values, String name) {
        @Nullable T value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("nothing was given for {" + name + "}");
        }
        return value;
    }
}
