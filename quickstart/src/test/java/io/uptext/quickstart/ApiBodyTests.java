/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that parsers choke on, or read in two ways, are no challenge. */
class ApiBodyTests extends ApiEdgeTest {

    private static final String JSON = "Content-Type: application/json\r\n";

    static Stream<Arguments> malformed() {
        return Stream.of(
                json("arrays within arrays", "[".repeat(8000)),
                json("objects within objects", "{\"a\":".repeat(1300)),
                json("a member that is deep", with("\"a\":" + "[".repeat(50) + "]".repeat(50))),
                json("a key of 7 KB", with("\"" + "k".repeat(7000) + "\":1")),
                json("a number of 5,000 digits", with("\"a\":" + "9".repeat(5000))),
                json("two numbers", BODY.replace("{\"msisdn", "{\"msisdn\":\"+46701234567\",\"msisdn")),
                json("two numbers, one escaped", BODY.replace("{\"msisdn", "{\"\\u006dsisdn\":\"1\",\"msisdn")),
                json("a number in an array", BODY.replace("\"" + NUMBER + "\"", "[\"" + NUMBER + "\"]")),
                json("metadata of numbers in objects", BODY.replace("\"" + CANARY + "\"", "{\"a\":\"b\"}")),
                json("something behind it", BODY + "{}"),
                json("a brace behind it", BODY + "}"),
                json("a comment", BODY.replace("{\"msisdn", "{/* a */\"msisdn")),
                json("another comment", BODY + "// a"),
                json("NaN", with("\"a\":NaN")),
                json("NaN for a validity", with("\"validity\":NaN")),
                json("single quotes", BODY.replace('"', '\'')),
                json("a comma too many", BODY.replace("}}", "},}")),
                json("a control character", BODY.replace(CANARY, CANARY + "\u0001")),
                json("UTF-7", BODY.replace("\"", "+ACI-")),
                json("a byte order mark", "\ufeff" + BODY),
                json("null", "null"),
                json("a prefix", ")]}'," + BODY),
                bytes("UTF-16BE", BODY.getBytes(UTF_16BE)),
                bytes("UTF-16LE", BODY.getBytes(UTF_16LE)),
                bytes("UTF-32", BODY.getBytes(Charset.forName("UTF-32"))),
                bytes("ISO 8859-1", BODY.replace(CANARY, CANARY + "\u00e5").getBytes(ISO_8859_1)),
                bytes("overlong UTF-8", BODY.replaceFirst("\"", "\u00c0\u00a2").getBytes(ISO_8859_1)),
                bytes("gzip without a word", gzip(BODY.getBytes(UTF_8))),
                bytes("a bomb", gzip(new byte[4 * 1024 * 1024])),
                bytes("NUL", new byte[8192]));
    }

    private static Arguments json(String name, String body) {
        return Arguments.of(name, body.getBytes(UTF_8));
    }

    private static Arguments bytes(String name, byte[] body) {
        return Arguments.of(name, body);
    }

    /** A good body with one member more. */
    private static String with(String member) {
        return BODY.replace("{\"msisdn", "{" + member + ",\"msisdn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void what_is_no_plain_JSON_is_malformed(String name, byte[] body) throws IOException {
        exchange(post(JSON, body)).isRefusedWith(400, "malformed");
    }

    static Stream<Arguments> halves() {
        return Stream.of(
                json("half a character for a number", BODY.replace(NUMBER, NUMBER + "\\ud800")),
                json("half a character in metadata", BODY.replace(CANARY, CANARY + "\\udc00")),
                json("half a character in a name", BODY.replace("order", "order\\ud800")),
                json("half a character for people", with("\"context\":{\"action\":\"a\\ud83d\"}")),
                json("half a character for a nonce", with("\"nonce\":\"a\\ud83d\"")),
                bytes("half a character in three bytes", inThreeBytes()));
    }

    private static byte[] inThreeBytes() {
        return BODY.replace(CANARY, CANARY + "\u00ed\u00a0\u0080").getBytes(ISO_8859_1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("halves")
    void what_no_UTF_8_can_say_is_refused_rather_than_stored(String name, byte[] body) throws IOException {
        ApiOutcome outcome = exchange(post(JSON, body));

        outcome.isNothing();
        assertThat(outcome.statuses()).isSubsetOf(400, 422).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"__proto__\":{\"msisdn\":\"+46701234567\"}",
                "\"@type\":\"java.net.URL\",\"@class\":\"javax.script.ScriptEngineManager\"",
                "\"a\":1e999999,\"b\":-0.0,\"c\":[[[[1]]]]",
                "\"Msisdn\":\"+46701234567\",\"MSISDN\":1",
                "\"msisdn[]\":\"+46701234567\",\"msisdn.x\":1",
                "\"id\":\"chl_00000000000000000000000000\",\"status\":\"confirmed\",\"relyingParty\":\"other\"",
            })
    void what_nobody_knows_changes_nothing(String members) throws IOException {
        exchange(post("", with(members))).isTaken();
    }

    @Test
    void a_size_of_8_KiB_is_the_most() throws IOException {
        String most = with("\"a\":\"\"");
        String full = most.replace("\"a\":\"", "\"a\":\"" + "a".repeat(8192 - most.length()));

        exchange(post("", full)).isTaken();
        exchange(post("", full.replace("\"a\":\"", "\"a\":\"a"))).isRefusedWith(413, "too-large");
        exchange(post("", with("\"" + "k".repeat(1024 * 1024) + "\":1"))).isRefusedWith(413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "text/plain",
                "text/json",
                "application/jsonp",
                "*/*",
                "application/*",
                "multipart/*; boundary=a",
                "multipart/form-data; boundary=a",
                "application/json;charset=utf-16",
                "application/json;charset=nonsense",
                "nonsense",
                "",
            })
    void JSON_that_is_called_something_else_is_unsupported(String type) throws IOException {
        exchange(post("Content-Type: " + type + "\r\n", BODY.getBytes(UTF_8)))
                .isRefusedWith(415, "unsupported-media-type");
    }

    @Test
    void what_is_called_two_things_is_neither() throws IOException {
        exchange(post("Content-Type: text/plain\r\n", BODY)).isRefusedWith(415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Content-Type: APPLICATION/JSON; charset=\"UTF-8\"\r\n"})
    void JSON_without_a_name_or_with_its_own_is_taken(String header) throws IOException {
        exchange(post(header, BODY.getBytes(UTF_8))).isTaken();
    }

    @Test
    void a_form_in_JSONs_clothes_is_not_read() throws IOException {
        exchange(post("", "msisdn=%2B46709997766")).isRefusedWith(400, "malformed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "identity, gzip"})
    void nothing_is_unpacked(String coding) throws IOException {
        exchange(post(JSON + "Content-Encoding: " + coding + "\r\n", gzip(BODY.getBytes(UTF_8))))
                .isRefusedWith(415, "unsupported-media-type");
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
