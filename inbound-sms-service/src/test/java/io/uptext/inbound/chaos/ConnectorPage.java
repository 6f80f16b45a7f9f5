/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

/**
 * A provider as its page in docs/connectors sets it up: the block of configuration, and the command that plays it. So a provider
 * whose page is missing or wrong is missing nowhere else.
 *
 * @param settings the keys of the block
 * @param account what the command says
 * @param from who sends in the command
 * @param to what is texted in the command
 */
record ConnectorPage(
        SimulatedProvider provider, Map<String, Object> settings, Account account, String from, String to) {

    private static final Path PAGES = Path.of("..", "docs", "connectors");
    private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
    private static final String OPTION = "--option";

    /** Reads the page of a provider. */
    static ConnectorPage of(SimulatedProvider provider) {
        Path file = PAGES.resolve(provider.name() + ".md");
        if (!Files.exists(file)) {
            throw new IllegalStateException("docs/connectors/" + provider.name() + ".md is missing: each provider has a"
                    + " page with its block of configuration and its command, and this test plays what is there");
        }
        try {
            String page = Files.readString(file);
            Map<String, String> command = command(page, provider);
            URI url = URI.create(command.getOrDefault("--url", ""));
            return new ConnectorPage(
                    provider,
                    settings(page, provider),
                    account(command, provider, url),
                    command.getOrDefault("--from", ""),
                    command.getOrDefault("--to", ""));
        } catch (IOException e) {
            throw new UncheckedIOException("a page cannot be read", e);
        }
    }

    /** The account when the service listens at a port of loopback. */
    Account accountAt(int port) {
        URI url = account.url();
        String rest = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        return new Account(
                URI.create("http://127.0.0.1:" + port + rest),
                account.publicUrl(),
                account.proof(),
                account.secret(),
                account.options());
    }

    private static Account account(Map<String, String> command, SimulatedProvider provider, URI url) {
        Map<String, String> options = new HashMap<>();
        command.forEach((name, value) -> {
            if (name.startsWith(OPTION + " ")) {
                options.put(name.substring(OPTION.length() + 1), value);
            }
        });
        String proof =
                command.getOrDefault("--proof", provider.proofs().getFirst().toString());
        return new Account(
                url,
                URI.create(command.getOrDefault("--public-url", url.toString())),
                Proof.valueOf(proof.toUpperCase(Locale.ROOT)),
                command.getOrDefault("--secret", ""),
                options);
    }

    private static Map<String, Object> settings(String page, SimulatedProvider provider) throws IOException {
        Matcher block = BLOCK.matcher(page);
        if (!block.find()) {
            throw new IllegalStateException("the page of " + provider.name() + " has no yaml block");
        }
        Map<String, Object> settings = new HashMap<>();
        for (var source : new YamlPropertySourceLoader()
                .load(provider.name(), new ByteArrayResource(block.group(1).getBytes(UTF_8)))) {
            EnumerablePropertySource<?> keys = (EnumerablePropertySource<?>) source;
            for (String key : keys.getPropertyNames()) {
                settings.put(key, String.valueOf(keys.getProperty(key)));
            }
        }
        return settings;
    }

    /** The options of the command, those that can stand there several times as {@code --option name}. */
    private static Map<String, String> command(String page, SimulatedProvider provider) {
        String start = "./uptext simulate " + provider.name() + " ";
        String line = page.replace("\\\n", " ")
                .lines()
                .filter(each -> each.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the page of " + provider.name() + " has no " + start));
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(line.substring(start.length()));
        while (word.find()) {
            words.add(
                    word.group().startsWith("\"")
                            ? word.group(1)
                            : word.group().startsWith("'") ? word.group(2) : word.group(3));
        }
        Map<String, String> command = new HashMap<>();
        for (int i = 0; i + 1 < words.size(); i += 2) {
            String[] pair = words.get(i + 1).split("=", 2);
            boolean many = words.get(i).equals(OPTION);
            command.put(many ? OPTION + " " + pair[0] : words.get(i), many ? pair[1] : words.get(i + 1));
        }
        return command;
    }
}
