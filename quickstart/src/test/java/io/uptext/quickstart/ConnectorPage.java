/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A page of docs/connectors: what it tells people to configure and to type.
 *
 * @param name of its file, which is the provider's
 */
record ConnectorPage(String name, String text) {

    static final Path FOLDER = Path.of("..", "docs", "connectors");

    private static final String INDEX = "README.md";
    private static final String SMPP = "smpp";
    private static final String SUFFIX = ".md";
    private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\n(.*?)^```$");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\./uptext simulate .*$");

    /** The page of SMPP, which nobody delivers over HTTP. */
    static ConnectorPage smpp() {
        return new ConnectorPage(SMPP, read(FOLDER.resolve(SMPP + SUFFIX)));
    }

    /** The pages of all providers that deliver over HTTP. */
    static List<ConnectorPage> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX) && !name.equals(INDEX) && !name.equals(SMPP + SUFFIX))
                    .sorted()
                    .map(name -> new ConnectorPage(
                            name.substring(0, name.length() - SUFFIX.length()), read(FOLDER.resolve(name))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String index() {
        return read(FOLDER.resolve(INDEX));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> blocks() {
        return YAML.matcher(text).results().map(found -> found.group(1)).toList();
    }

    List<ConnectorCommand> commands() {
        return COMMAND.matcher(text)
                .results()
                .map(found -> ConnectorCommand.of(found.group()))
                .toList();
    }

    /** The providers of all connectors in its blocks by their names; a name that stands there twice is a mistake. */
    Map<String, String> connectors() {
        Map<String, String> providers = new LinkedHashMap<>();
        for (String block : blocks()) {
            Map<?, ?> connectors =
                    (Map<?, ?>) within(within(within(new Yaml().load(block), "uptext"), "inbound"), "connectors");
            connectors.forEach((connector, settings) -> {
                if (providers.put(
                                connector.toString(),
                                within(settings, "provider").toString())
                        != null) {
                    throw new IllegalStateException(name + ".md configures " + connector + " twice");
                }
            });
        }
        return providers;
    }

    private static Object within(Object node, String key) {
        if (node instanceof Map<?, ?> map && map.get(key) != null) {
            return map.get(key);
        }
        throw new IllegalStateException("a block has no " + key);
    }

    /** Writes its blocks as the files that people would give to {@code --config}. */
    List<Path> write(Path folder) {
        List<Path> files = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String block : blocks()) {
                files.add(Files.writeString(folder.resolve(name + "-" + files.size() + ".yaml"), block));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    @Override
    public String toString() {
        return name;
    }
}
