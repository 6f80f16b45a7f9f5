/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.testkit.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Headers that have killed, or could fool, a reader which heeds headers that it did not write. */
final class HostileHeaders {

    private static final int MANY = 10_000;

    private HostileHeaders() {}

    /** Sets of them, by name. */
    static Map<String, List<Header>> all(Random random) {
        Map<String, List<Header>> all = new LinkedHashMap<>();
        all.put(
                "a class for Spring's header mapper that allocates what it is told",
                List.of(
                        header(
                                "spring_json_header_types",
                                "{\"size\":\"org.springframework.util.ResizableByteArrayOutputStream\"}"),
                        header("size", "2147483647")));
        all.put("header types nested deeply", List.of(header("spring_json_header_types", "[".repeat(50_000))));
        all.put("many header types", List.of(header("spring_json_header_types", "[]".repeat(50_000))));
        all.put(
                "forged attempts of a retry topic",
                List.of(
                        header("retry_topic-attempts", new byte[] {0x7f, -1, -1, -1}),
                        header("retry_topic-original-timestamp", new byte[] {-1}),
                        header("retry_topic-backoff-timestamp", "9999999999999")));
        all.put(
                "a selector of deserializers",
                List.of(header("spring.kafka.serialization.selector", bytes(random, 64))));
        all.put("a gadget's class", List.of(header("__TypeId__", "javax.management.BadAttributeValueExpException")));
        all.put(
                "exceptions of deserializers",
                List.of(
                        header("springDeserializerExceptionKey", new byte[0]),
                        header("springDeserializerExceptionValue", new byte[] {(byte) 0xac, (byte) 0xed, 0})));
        all.put(
                "a letter's own headers",
                List.of(
                        header("uptext_dlt_reason", "none"),
                        header("uptext_dlt_partition", "-1"),
                        header("uptext_dlt_offset", "9223372036854775808"),
                        header("uptext_dlt_replayed", "0")));
        all.put("ten thousand headers", many(10, random));
        all.put("ten thousand headers of almost a megabyte", many(80, random));
        return all;
    }

    static List<Header> many(int size, Random random) {
        return IntStream.range(0, MANY)
                .mapToObj(each -> header("h" + each, bytes(random, size)))
                .toList();
    }

    static byte[] bytes(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Header header(String name, String value) {
        return header(name, value.getBytes(UTF_8));
    }

    private static Header header(String name, byte[] value) {
        return new RecordHeader(name, value);
    }
}
