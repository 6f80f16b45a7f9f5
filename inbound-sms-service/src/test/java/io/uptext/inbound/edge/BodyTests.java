/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

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

/** Bodies that parsers choke on, or read in two ways. */
class BodyTests extends EdgeTest {

    static Stream<Arguments> malformed() {
        String good = Delivery.json("");
        return Stream.of(
                json("arrays within arrays", "[".repeat(8000)),
                json("objects within objects", "{\"a\":".repeat(1300)),
                json("a member that is deep", Delivery.json(",\"a\":" + "[".repeat(50) + "]".repeat(50))),
                json("a key of 7 KB", Delivery.json(",\"" + "k".repeat(7000) + "\":1")),
                json("a number of 5,000 digits", Delivery.json(",\"a\":" + "9".repeat(5000))),
                json("a number for a sender", good.replace("\"+" + Delivery.NUMBER + "\"", Delivery.NUMBER)),
                json("an endless number for a sender", good.replace("\"+" + Delivery.NUMBER + "\"", "1e999999")),
                json("a number for a text", good.replace("\"" + Delivery.CANARY + "\"", "1e999999")),
                json("two senders", good.replace("{", "{\"from\":\"+46701234567\",")),
                json("two senders, one of them escaped", good.replace("{", "{\"\\u0066rom\":\"+46701234567\",")),
                json(
                        "a sender in an array",
                        good.replace("\"+" + Delivery.NUMBER + "\"", "[\"+" + Delivery.NUMBER + "\"]")),
                json("something behind it", good + "{}"),
                json("a brace behind it", good + "}"),
                json("a comment", good.replace("{", "{/* a */")),
                json("another comment", good + "// a"),
                json("NaN", Delivery.json(",\"a\":NaN")),
                json("single quotes", good.replace('"', '\'')),
                json("a comma too many", good.replace("}", ",}")),
                json("a control character in a text", good.replace(Delivery.CANARY, Delivery.CANARY + "\u0001")),
                json("half a character", good.replace(Delivery.CANARY, Delivery.CANARY + "\\ud800")),
                json("UTF-7", good.replace("\"", "+ACI-")),
                json("a byte order mark", "\ufeff" + good),
                json("nothing", ""),
                json("null", "null"),
                json("a prefix", ")]}'," + good),
                bytes("UTF-16BE", good.getBytes(UTF_16BE)),
                bytes("UTF-16LE", good.getBytes(UTF_16LE)),
                bytes("UTF-32", good.getBytes(Charset.forName("UTF-32"))),
                bytes("ISO 8859-1", good.replace(Delivery.CANARY, "\u00e5").getBytes(ISO_8859_1)),
                bytes("overlong UTF-8", overlong(good)),
                bytes(
                        "a surrogate in UTF-8",
                        good.replace(Delivery.CANARY, "\u00ed\u00a0\u0080").getBytes(ISO_8859_1)),
                bytes("gzip", gzip(new byte[4 * 1024 * 1024])),
                bytes("NUL", new byte[8192]));
    }

    private static Arguments json(String name, String body) {
        return Arguments.of(name, body.getBytes(UTF_8));
    }

    private static Arguments bytes(String name, byte[] body) {
        return Arguments.of(name, body);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void whatIsNoPlainJsonIsMalformed(String name, byte[] body) throws IOException {
        deliver(Delivery.post("json", "", Delivery.JSON, body)).isRefusedWith(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",\"__proto__\":{\"from\":\"+46701234567\"}",
                ",\"@type\":\"java.net.URL\",\"@class\":\"javax.script.ScriptEngineManager\"",
                ",\"a\":1e999999,\"b\":-0.0,\"c\":[[[[1]]]]",
                ",\"From\":\"+46701234567\",\"FROM\":1",
                ",\"from[]\":\"+46701234567\",\"from.x\":1",
            })
    void whatNobodyKnowsChangesNothing(String members) throws IOException {
        deliver(Delivery.postJson(Delivery.json(members))).isTaken();
    }

    @Test
    void aSizeOfEightKibibytesIsTheMost() throws IOException {
        String most = Delivery.json(",\"a\":\"\"");
        String full = most.replace("\"a\":\"", "\"a\":\"" + "a".repeat(8192 - most.length()));

        deliver(Delivery.postJson(full)).isTaken();
        deliver(Delivery.postJson(full.replace("\"a\":\"", "\"a\":\"a"))).isRefusedWith(413);
        deliver(Delivery.postJson(Delivery.json(",\"" + "k".repeat(1024 * 1024) + "\":1")))
                .isRefusedWith(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from[]=%2B46709998877&",
                "from=%2B46709998877&from=%2B46701234567&",
                "FROM=%2B46709998877&",
                "from=%&",
                "from=%2&",
                "from=%zz&",
                "from=%ff&",
                "from=%c0%ab46709998877&",
                "from=%ed%a0%80&",
                "%66rom%00=%2B46709998877&",
                "from;=%2B46709998877&",
            })
    void aFormWithoutExactlyOneSenderInUtf8IsMalformed(String from) throws IOException {
        deliver(Delivery.postForm("", Delivery.form().replaceFirst("from=[^&]*&", from)))
                .isRefusedWith(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=%2B46709998877&from=%2B46709998877&",
                "%66rom=%2b46709998877&&",
                "from=%2B46709998877&__proto__=1&"
            })
    void aFormWithOneSenderIsTakenHoweverItIsWritten(String from) throws IOException {
        deliver(Delivery.postForm("", Delivery.form().replaceFirst("from=[^&]*&", from)))
                .isTaken();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "text/plain",
                "*/*",
                "application/*",
                "multipart/*; boundary=a",
                "multipart/form-data",
                "application/x-www-form-urlencoded; charset=UTF-16",
                "application/x-www-form-urlencoded; charset=nonsense",
                "nonsense",
                "",
            })
    void aFormThatIsCalledSomethingElseIsUnsupported(String type) throws IOException {
        deliver(Delivery.post("form", "", type, Delivery.form().getBytes(UTF_8)))
                .isRefusedWith(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                "text/json",
                "application/jsonp",
                "application/json;charset=utf-16"
            })
    void jsonThatIsCalledSomethingElseIsUnsupported(String type) throws IOException {
        deliver(Delivery.post("json", "", type, Delivery.json("").getBytes(UTF_8)))
                .isRefusedWith(415);
    }

    @Test
    void twoContentTypesAreNone() throws IOException {
        deliver(Delivery.postForm("Content-Type: application/json\r\n")).isRefusedWith(415);
        deliver(Delivery.postForm("").replaceFirst("Content-Type.*\r\n", "")).isRefusedWith(415);
    }

    @Test
    void aFormInJsonsClothesIsNotRead() throws IOException {
        deliver(Delivery.post("json", "", Delivery.JSON, Delivery.form().getBytes(UTF_8)))
                .isRefusedWith(400);
        deliver(Delivery.post("form", "", Delivery.FORM, Delivery.json("").getBytes(UTF_8)))
                .isRefusedWith(400);
    }

    @Test
    void nothingIsUnpacked() throws IOException {
        byte[] packed = gzip(Delivery.form().getBytes(UTF_8));

        deliver(Delivery.post("form", "Content-Encoding: gzip\r\n", Delivery.FORM, packed))
                .isRefusedWith(400);
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

    /** The first quotation mark in two bytes, which is how filters were once passed. */
    private static byte[] overlong(String json) {
        return json.replaceFirst("\"", "\u00c0\u00a2").getBytes(ISO_8859_1);
    }
}
