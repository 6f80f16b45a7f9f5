/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.element;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The files of {@code <uptext-challenge>}. */
public final class Element {

    /** The languages that have words, the first of which is spoken where no other is. */
    public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "pt", "hi", "ar");

    private static final String SCRIPT_NAME = "uptext-challenge.js";
    private static final int DIGEST_SHOWN = 4;
    private static final Map<String, byte[]> FILES = files();

    /** Of all files together: other files have another one, so that they can be kept for ever by their address. */
    public static final String VERSION = "0.1.0-" + digest();

    private static final Map<String, Map<String, String>> WORDS = words();

    private Element() {}

    /** Where the script is on a server of the files. */
    public static String path() {
        return "/element/" + VERSION + "/" + SCRIPT_NAME;
    }

    /** A file by its name within its version, {@code words/de.json} for example, if there is one. */
    public static Optional<byte[]> file(String name) {
        return Optional.ofNullable(FILES.get(name)).map(byte[]::clone);
    }

    /** What the script must be like (W3C Subresource Integrity). */
    public static String integrity() {
        byte[] digest = digest("SHA-384").digest(Objects.requireNonNull(FILES.get(SCRIPT_NAME)));
        return "sha384-" + Base64.getEncoder().encodeToString(digest);
    }

    /** All words of one of our languages, by their keys; those of English for any other. */
    public static Map<String, String> words(String language) {
        return WORDS.getOrDefault(language, Objects.requireNonNull(WORDS.get(LANGUAGES.getFirst())));
    }

    private static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SCRIPT_NAME, read(SCRIPT_NAME));
        for (String language : LANGUAGES) {
            String name = "words/" + language + ".json";
            files.put(name, read(name));
        }
        return files;
    }

    private static Map<String, Map<String, String>> words() {
        JsonMapper mapper = JsonMapper.shared();
        Map<String, Map<String, String>> words = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            byte[] json = Objects.requireNonNull(FILES.get("words/" + language + ".json"));
            words.put(language, Map.copyOf(mapper.readValue(json, new TypeReference<Map<String, String>>() {})));
        }
        return Map.copyOf(words);
    }

    private static String digest() {
        MessageDigest digest = digest("SHA-256");
        FILES.values().forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest(), 0, DIGEST_SHOWN);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream file = Element.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }
}
