/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.quickstart.phone.Phone;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.FileSystemResource;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads the {@code --config} files before anything starts. A service that cannot read one logs the lines around the
 * mistake, secrets among them, and one in which a name is misspelt adds nothing, without a word.
 */
final class ConfigFiles {

    private static final String CONNECTORS = "uptext.inbound.connectors.";

    private ConfigFiles() {}

    /**
     * The names of the connectors in all files, in their order.
     *
     * @throws IllegalArgumentException if a file cannot be meant so; the message quotes nothing of it but names
     */
    static List<String> connectors(List<Path> files) {
        Map<String, Path> places = new LinkedHashMap<>();
        for (Path file : files) {
            for (String name : connectors(file)) {
                if (name.equals(Phone.TWILIO) || name.equals(Phone.GENERIC)) {
                    throw new IllegalArgumentException(
                            "%s has a connector %s, which is the quickstart's own.".formatted(file, name));
                }
                Path other = places.putIfAbsent(name, file);
                if (other != null) {
                    throw new IllegalArgumentException(
                            "%s and %s both have a connector %s.".formatted(other, file, name));
                }
            }
        }
        return List.copyOf(places.keySet());
    }

    private static Set<String> connectors(Path file) {
        Set<String> names = new TreeSet<>();
        for (PropertySource<?> document : documents(file)) {
            for (String key : ((EnumerablePropertySource<?>) document).getPropertyNames()) {
                if (key.startsWith(CONNECTORS)) {
                    String[] name = key.substring(CONNECTORS.length()).split("\\.", 2);
                    if (name.length == 1) {
                        throw new IllegalArgumentException(
                                "%s: the connector %s has no keys; provider and the others stand below its name."
                                        .formatted(file, name[0]));
                    }
                    names.add(name[0]);
                }
            }
        }
        if (names.isEmpty()) {
            throw new IllegalArgumentException(
                    file + " has no connectors: they stand below uptext, inbound, connectors, as in docs/connectors.");
        }
        return names;
    }

    private static List<PropertySource<?>> documents(Path file) {
        PropertySourceLoader loader = file.toString().endsWith(".properties")
                ? new PropertiesPropertySourceLoader()
                : new YamlPropertySourceLoader();
        try {
            return loader.load(file.toString(), new FileSystemResource(file));
        } catch (MarkedYAMLException e) {
            // Without the cause, here and below: it quotes the lines.
            throw new IllegalArgumentException(
                    e.getProblemMark() == null
                            ? file + " is not YAML."
                            : "%s is not YAML at line %d."
                                    .formatted(file, e.getProblemMark().getLine() + 1));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(file + " is not a file of this kind in UTF-8.");
        }
    }
}
