/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.uptext.benchmarks.server.Contender;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.TwilioProvider;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Texts as Twilio delivers them, each of another sender with another code, written and signed before the clock runs. */
public final class TwilioTexts {

    private static final int NUMBERS = 10_000_000;
    private static final long SEED = 1;

    private final Account account = Account.of(URI.create(Contender.PUBLIC_URL), Proof.SIGNATURE, Contender.SECRET);
    private final TwilioProvider twilio = new TwilioProvider();
    private final Clock clock;

    /** Signs at the times that the clock says. */
    public TwilioTexts(Clock clock) {
        this.clock = clock;
    }

    /** Whole HTTP requests, none of which was there before. */
    public byte[][] write(int count) {
        Supplier<byte[]> texts = endless();
        byte[][] requests = new byte[count][];
        Arrays.setAll(requests, _ -> texts.get());
        return requests;
    }

    /** The same one by one, for one thread. Each such row has the same senders and codes, and ids of its own. */
    public Supplier<byte[]> endless() {
        String run = UUID.randomUUID().toString().replace("-", "").substring(0, 24);
        Random random = new Random(SEED);
        AtomicInteger next = new AtomicInteger();
        return () -> write("SM%s%08x".formatted(run, next.getAndIncrement()), random);
    }

    private byte[] write(String id, Random random) {
        String sender = "+4670%07d".formatted(random.nextInt(NUMBERS));
        String text = "ACME LOGIN " + ChallengeCode.random(random).normal();
        return write(id, sender, text);
    }

    /** A text of somebody's. */
    public byte[] write(String id, String sender, String text) {
        SimulatedRequest request =
                twilio.write(new SimulatedSms(id, sender, Contender.DESTINATION, text), account, clock.instant());
        StringBuilder http = new StringBuilder("POST " + Contender.PATH + " HTTP/1.1\r\nHost: sms.example.com\r\n");
        request.headers()
                .forEach(header -> http.append(header.name())
                        .append(": ")
                        .append(header.value())
                        .append("\r\n"));
        http.append("Content-Length: ").append(request.body().length).append("\r\n\r\n");
        return (http + new String(request.body(), US_ASCII)).getBytes(US_ASCII);
    }
}
