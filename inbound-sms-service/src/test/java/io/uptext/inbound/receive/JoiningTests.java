/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Part;
import io.uptext.inbound.vonagesms.VonageSmsDoor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The whole of a longer message, whose code lies across the seams of its three parts. */
class JoiningTests {

    private static final Pepper PEPPER = new Pepper(Base64.getEncoder().encodeToString(new byte[32]));
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final String NUMBER = "46701234567";
    private static final String CODE = ChallengeCode.random(new Random(1)).normal();
    private static final List<String> TEXTS =
            List.of("Acme login " + CODE.substring(0, 3), CODE.substring(3, 6), CODE.substring(6) + " please");

    private final Reception reception = new Reception(PEPPER);
    private final Connector acme = connector("acme");
    private Joining joining = new Joining(new InMemory(), PEPPER);

    @Test
    void itsIdIsTheSameWhicheverPartComesLastAndWhenAllComeAgain() {
        Set<DoorMessage> wholes = new HashSet<>();
        Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            joining = new Joining(new InMemory(), PEPPER);
            for (int delivery = 0; delivery < 3; delivery++) {
                List<DoorMessage> parts = parts(NUMBER, "7", TEXTS);
                Collections.shuffle(parts, random);
                List<DoorMessage> given = wholes(parts, acme);
                assertThat(given).hasSize(delivery == 0 ? 1 : parts.size());
                wholes.addAll(given);
            }
        }

        assertThat(wholes).hasSize(1).allSatisfy(whole -> {
            assertThat(whole.text()).isEqualTo(String.join("", TEXTS));
            assertThat(whole.part()).isNull();
        });
    }

    @Test
    void itsIdIsAnotherForAnotherTextSenderReferenceOrConnector() {
        List<DoorMessage> wholes = new ArrayList<>();
        wholes.addAll(wholes(parts(NUMBER, "7", TEXTS), acme));
        List<String> texts = List.of(TEXTS.get(0), TEXTS.get(1), TEXTS.get(2) + "!");
        wholes.addAll(wholes(parts(NUMBER, "7", texts).reversed(), acme));
        wholes.addAll(wholes(parts("46701234568", "7", TEXTS), acme));
        wholes.addAll(wholes(parts(NUMBER, "8", TEXTS), acme));
        wholes.addAll(wholes(parts(NUMBER, "7", TEXTS), connector("acme-2")));

        assertThat(wholes).hasSize(5).extracting(DoorMessage::providerMessageId).doesNotHaveDuplicates();
    }

    @Test
    void itsIdIsADigest() {
        assertThat(wholes(parts(NUMBER, "7", TEXTS), acme))
                .singleElement()
                .satisfies(whole -> assertThat(whole.providerMessageId()).matches("whole-[0-9a-f]{64}"));
    }

    @Test
    void withoutACodeAcrossASeamItIsNotWorthPublishing() {
        assertThat(wholes(parts(NUMBER, "7", List.of("Acme login", " ", "please")), acme))
                .isEmpty();
        assertThat(wholes(parts(NUMBER, "8", List.of("Acme", " login ", CODE)), acme))
                .isEmpty();
    }

    private List<DoorMessage> wholes(List<DoorMessage> parts, Connector connector) {
        return parts.stream()
                .map(part -> whole(part, connector))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<DoorMessage> whole(DoorMessage part, Connector connector) {
        return switch (reception.receive(part, connector, NOW)) {
            case Receipt.Accepted accepted ->
                joining.whole(part, accepted.event()).join();
            case Receipt.ImpossibleNumber _, Receipt.UnknownDestination _ -> throw new AssertionError("not accepted");
        };
    }

    private static List<DoorMessage> parts(String from, String reference, List<String> texts) {
        List<DoorMessage> parts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            parts.add(new DoorMessage("id-" + i, from, "50500", texts.get(i))
                    .as(new Part(reference, texts.size(), i + 1)));
        }
        return parts;
    }

    private static Connector connector(String name) {
        return Connectors.of(new VonageSmsDoor())
                .named(name)
                .knownBy(Authentication.QUERY)
                .secrets("demo-secret-in-a-url")
                .build();
    }
}
