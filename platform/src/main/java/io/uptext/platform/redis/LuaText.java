/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * What a Lua script says, and the digest that Redis knows it by.
 *
 * @param source the whole script
 * @param digest SHA-1 of the source in hexadecimal digits, as {@code EVALSHA} has it
 */
public record LuaText(String source, String digest) {

    /** A script of files that lie beside a class, one after the other. */
    public static LuaText of(Class<?> beside, String... files) {
        StringBuilder source = new StringBuilder();
        for (String file : files) {
            source.append(read(beside, file));
        }
        return new LuaText(source.toString(), sha1(source.toString()));
    }

    private static String read(Class<?> beside, String file) {
        try (InputStream lua = beside.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(lua).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " is not in the jar", e);
        }
    }

    private static String sha1(String source) {
        try {
            byte[] sha1 = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha1);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
