/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.uptext.benchmarks.server.BenchedParty;
import io.uptext.benchmarks.server.Creator;
import java.util.Arrays;
import java.util.Random;

/** Requests for challenges as a site's server sends them, each for another number. */
public final class Creations {

    private static final int NUMBERS = 10_000_000;

    /** Has no factor in common with them. */
    private static final int STEP = 6_180_339;

    private static final String HEAD = "POST " + Creator.PATH + " HTTP/1.1\r\nHost: sms.example.com\r\n"
            + "Authorization: Bearer " + BenchedParty.KEY + "\r\n"
            + "Content-Type: application/json\r\nAccept: application/json\r\n";

    private int next = new Random().nextInt(NUMBERS);

    /** Whole HTTP requests. */
    public byte[][] write(int count) {
        byte[][] requests = new byte[count][];
        Arrays.setAll(requests, _ -> write(number()));
        return requests;
    }

    /** One after the other in an order that looks like none, and none twice before all have been: few may be open for each. */
    private String number() {
        next = (next + STEP) % NUMBERS;
        return "+4670%07d".formatted(next);
    }

    private static byte[] write(String number) {
        String body = "{\"msisdn\":\"" + number
                + "\",\"context\":{\"action\":\"Sign in\",\"device\":\"Firefox on Windows\"}}";
        return (HEAD + "Content-Length: " + body.length() + "\r\n\r\n" + body).getBytes(US_ASCII);
    }
}
