/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.UUID;

/** Requests as bytes, from a number and with a text that no log may have. */
final class Delivery {

    /** The sender of every message, without its plus sign. */
    static final String NUMBER = "46709998877";

    /** What every message says somewhere. */
    static final String CANARY = "canary-of-the-edge";

    static final String FORM = "application/x-www-form-urlencoded";
    static final String JSON = "application/json";

    private Delivery() {}

    /** A form for the connector {@code form}, with an id that was not used before. */
    static String form(String from, String to, String text) {
        return "id=" + UUID.randomUUID() + "&from=" + encode(from) + "&to=" + encode(to) + "&text=" + encode(text);
    }

    static String form() {
        return form("+" + NUMBER, "50500", CANARY);
    }

    /** An object for the connector {@code json}, with an id that was not used before, and perhaps more members. */
    static String json(String more) {
        return "{\"id\":\"%s\",\"from\":\"+%s\",\"to\":\"50500\",\"text\":\"%s\"%s}"
                .formatted(UUID.randomUUID(), NUMBER, CANARY, more);
    }

    /** The query of a message for the connector {@code query}. */
    static String query() {
        return form() + "&coding=0";
    }

    static byte[] post(String connector, String headers, String contentType, byte[] body) {
        String head = "POST /v1/inbound/" + connector + " HTTP/1.1\r\nHost: sms.example.com\r\n" + headers
                + "Content-Type: " + contentType + "\r\nContent-Length: " + body.length
                + "\r\nConnection: close\r\n\r\n";
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(ISO_8859_1));
        request.writeBytes(body);
        return request.toByteArray();
    }

    /** A good form with more headers, each ended by CRLF. */
    static String postForm(String headers) {
        return postForm(headers, form());
    }

    static String postForm(String headers, String form) {
        return new String(post("form", headers, FORM, form.getBytes(UTF_8)), ISO_8859_1);
    }

    static byte[] postJson(String json) {
        return post("json", "", JSON, json.getBytes(UTF_8));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8);
    }
}
