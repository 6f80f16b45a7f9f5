/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A part of a file of settings, which collects in sentences what is wrong with it. */
public final class Section {

    private final @Nullable JsonNode node;
    private final String path;
    private final List<String> mistakes;
    private final Set<String> known = new HashSet<>();

    private Section(@Nullable JsonNode node, String path, List<String> mistakes) {
        this.node = node;
        this.path = path;
        this.mistakes = mistakes;
    }

    /**
     * A part that consists of settings.
     *
     * @param path where it is, for people
     * @param mistakes takes the sentences
     */
    public static Section of(@Nullable JsonNode node, String path, List<String> mistakes) {
        if (node != null && !node.isObject() && !node.isNull()) {
            mistakes.add((path.isEmpty() ? "the file" : path) + " must consist of settings, each with a name");
        }
        return new Section(node != null && node.isObject() ? node : null, path, mistakes);
    }

    String path() {
        return path;
    }

    /** Whether a setting is there. */
    public boolean has(String name) {
        return value(name) != null;
    }

    /** Notes that a setting, or with an empty name the whole part, is not as it must be. */
    public void wrong(String name, String sentence) {
        mistakes.add(at(name) + " " + sentence);
    }

    private String at(String name) {
        return path.isEmpty() || name.isEmpty() ? path + name : path + "." + name;
    }

    private @Nullable JsonNode value(String name) {
        known.add(name);
        @Nullable JsonNode value = node == null ? null : node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /** What the settings of this part are called, where whoever writes the file may choose. */
    public Set<String> names() {
        Set<String> names = node == null ? Set.of() : new LinkedHashSet<>(node.propertyNames());
        known.addAll(names);
        return names;
    }

    /** The sections below a setting, by their names. */
    List<Section> sections(String name) {
        Section all = section(name);
        List<Section> sections = new ArrayList<>();
        if (all.node != null) {
            all.node.properties().forEach(each -> sections.add(of(each.getValue(), all.at(each.getKey()), mistakes)));
        }
        return sections;
    }

    /** The section below a setting; an empty one where it is absent. */
    public Section section(String name) {
        return of(value(name), at(name), mistakes);
    }

    /** The sections of a list. */
    List<Section> list(String name) {
        List<Section> sections = new ArrayList<>();
        List<JsonNode> items = items(name);
        for (int i = 0; i < items.size(); i++) {
            sections.add(of(items.get(i), at(name) + "[" + i + "]", mistakes));
        }
        return sections;
    }

    /** The texts of a list; empty where it is absent. */
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : items(name)) {
            if (item.isString()) {
                texts.add(item.asString());
            } else {
                wrong(name, "must be a list of texts");
            }
        }
        return texts;
    }

    private List<JsonNode> items(String name) {
        @Nullable JsonNode value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            wrong(name, "must be a list");
            return List.of();
        }
        return List.copyOf(value.values());
    }

    /** A setting's text; empty where it is absent. */
    Optional<String> text(String name) {
        @Nullable JsonNode value = value(name);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()) {
            wrong(name, "must be a text, in quotes if it could be taken for a number");
            return Optional.empty();
        }
        return Optional.of(value.asString());
    }

    /** The same of a setting that must be there. */
    Optional<String> required(String name) {
        if (!has(name)) {
            wrong(name, "is missing");
        }
        return text(name);
    }

    /** What a setting stands for, or {@code otherwise} where it is absent or wrong. */
    <T> T oneOf(String name, Function<String, Optional<T>> meaning, String choices, T otherwise) {
        return text(name)
                .flatMap(text -> {
                    Optional<T> meant = meaning.apply(text);
                    if (meant.isEmpty()) {
                        wrong(name, "must be " + choices + ": " + text);
                    }
                    return meant;
                })
                .orElse(otherwise);
    }

    /** Which of an enum's constants a setting names, in lower case; {@code otherwise} where it is absent or wrong. */
    <E extends Enum<E>> E choice(String name, E otherwise) {
        List<E> all = List.of(otherwise.getDeclaringClass().getEnumConstants());
        List<String> words =
                all.stream().map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
        String choices = String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
        return oneOf(
                name,
                text -> all.stream()
                        .filter(each -> each.name().equalsIgnoreCase(text))
                        .findFirst(),
                choices,
                otherwise);
    }

    /** A setting's whole number from 1 to {@code most}, or {@code otherwise} where it is absent or wrong. */
    int number(String name, int most, int otherwise) {
        @Nullable JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 1 || value.intValue() > most) {
            wrong(name, "must be a whole number from 1 to " + most);
            return otherwise;
        }
        return value.intValue();
    }

    /** A setting that is true or false, or {@code otherwise} where it is absent or wrong. */
    boolean flag(String name, boolean otherwise) {
        @Nullable JsonNode value = value(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            wrong(name, "must be true or false");
            return otherwise;
        }
        return value.booleanValue();
    }

    Duration duration(String name, Duration otherwise) {
        return oneOf(name, Section::duration, "a duration as ISO 8601 writes it, PT3M for example", otherwise);
    }

    private static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Complains of settings that nobody has asked for: most are misspelt. To be called last. */
    public void end() {
        if (node == null) {
            return;
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                wrong(name, "is no setting; there are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }
}
