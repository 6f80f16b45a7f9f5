/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.simulator.smsc.CommandStatus;
import io.uptext.simulator.smsc.Concatenation;
import io.uptext.simulator.smsc.Delivered;
import io.uptext.simulator.smsc.DeliveredPart;
import io.uptext.simulator.smsc.Encoding;
import io.uptext.simulator.smsc.MobileMessage;
import io.uptext.simulator.smsc.PartOrder;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What an SMSC delivers is published, once, as its phone has sent it, and acknowledged. */
class ReceivingTests {

    private static final String CODE = "7KQ4M2XHC";
    private static final String FROM = "+46701234567";

    private SimulatedSmsc smsc;
    private Receiver receiver;

    @BeforeEach
    void start() throws Exception {
        smsc = SimulatedSmsc.start(SmscSettings.builder().build());
        receive();
    }

    private void receive(String... settings) throws Exception {
        if (receiver != null) {
            receiver.close();
        }
        receiver = Receiver.at(List.of(smsc.port()), settings);
        assertThat(smsc.awaitBinds(1, Duration.ofSeconds(20))).isTrue();
    }

    @AfterEach
    void stop() {
        receiver.close();
        smsc.close();
    }

    private Delivered deliver(MobileMessage message) throws Exception {
        return smsc.deliver(message).get(20, TimeUnit.SECONDS);
    }

    private static MobileMessage text(String text) {
        return MobileMessage.of(FROM, "50500", text);
    }

    @ParameterizedTest
    @CsvSource({"receiver,3.4,52", "receiver,5.0,80", "transceiver,3.4,52", "transceiver,5.0,80"})
    void itBindsAsItIsTold(String bind, String version, int interfaceVersion) throws Exception {
        receive("bind=" + bind, "version=" + version, "system-type=VMA", "address-range=^50500");

        assertThat(smsc.session(0).request().isTransceiver()).isEqualTo(bind.equals("transceiver"));
        assertThat(smsc.session(0).request().interfaceVersion()).isEqualTo(interfaceVersion);
        assertThat(smsc.session(0).request().systemId()).isEqualTo("uptext");
        assertThat(smsc.session(0).request().systemType()).isEqualTo("VMA");
        assertThat(smsc.session(0).request().addressRange()).isEqualTo("^50500");
        assertThat(deliver(text("ACME LOGIN " + CODE)).isAccepted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "GSM,        @ACME LOGIN 7KQ4M2XHC {\u20ac}[~]\u00e5\u00c4",
        "GSM_CLASS_1,@ACME LOGIN 7KQ4M2XHC {\u20ac}[~]\u00e5\u00c4",
        "IA5,        ACME LOGIN 7KQ4M2XHC",
        "LATIN1,     ACME LOGIN 7KQ4M2XHC \u00fe\u00e7",
        "UCS2,       ACME LOGIN 7KQ4M2XHC \ud83d\ude00\u4f60",
        "UCS2_LE_BOM,ACME LOGIN 7KQ4M2XHC \ud83d\ude00\u4f60",
    })
    void aTextArrivesInEveryEncoding(Encoding encoding, String text) throws Exception {
        Delivered delivered = deliver(text(text).withEncoding(encoding));

        assertThat(delivered.isAccepted()).isTrue();
        InboundSmsReceived event = receiver.events().getFirst();
        assertThat(event.text()).isEqualTo(text);
        assertThat(requireNonNull(event.code()).normal()).isEqualTo(CODE);
        assertThat(event.sender().e164()).isEqualTo(FROM);
        assertThat(event.destination().address()).isEqualTo("50500");
        assertThat(event.connector().value()).isEqualTo("acme-smpp");
    }

    @Test
    void aPackedTextArrivesWhereTheCarrierPacks() throws Exception {
        receive("default-alphabet=gsm-7bit-packed");

        deliver(text("@ACME LOGIN " + CODE + " {\u20ac}").withEncoding(Encoding.GSM_PACKED));
        deliver(text("long ".repeat(40) + CODE).withEncoding(Encoding.GSM_PACKED));

        assertThat(receiver.texts()).first().isEqualTo("@ACME LOGIN " + CODE + " {\u20ac}");
        assertThat(receiver.texts()).last().asString().endsWith(CODE);
    }

    @ParameterizedTest
    @EnumSource(PartOrder.class)
    void aCodeAcrossTheSeamOfTwoPartsIsFoundInWhateverOrderTheyCome(PartOrder order) throws Exception {
        String text = "x".repeat(147) + " " + CODE + " thanks";
        for (Concatenation way : Concatenation.values()) {
            receive();

            Delivered delivered =
                    deliver(text(text).withConcatenation(way).withOrder(order).withReference(7));

            assertThat(delivered.isAccepted()).as(way.name()).isTrue();
            List<InboundSmsReceived> withCode = receiver.events().stream()
                    .filter(event -> event.code() != null)
                    .toList();
            assertThat(withCode.stream().map(InboundSmsReceived::text).distinct())
                    .as(way.name())
                    .containsExactly(text);
            assertThat(withCode.stream().map(InboundSmsReceived::messageId).distinct())
                    .as(way.name())
                    .hasSize(1);
        }
    }

    @Test
    void aCodeInOnePartDoesNotWaitForTheOthers() throws Exception {
        MobileMessage whole = text(CODE + " " + "x".repeat(300)).withReference(9);
        byte[] first = whole.pdus(9).getFirst();

        smsc.session(0).send(first);

        await().until(() -> receiver.texts().size() == 1);
        assertThat(receiver.events().getFirst().code()).isNotNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = Encoding.class,
            names = {"FLASH", "OCTETS"})
    void whatIsNoTextFromAPersonIsAcknowledgedAndForgotten(Encoding encoding) throws Exception {
        assertThat(deliver(text("ACME LOGIN " + CODE).withEncoding(encoding)).isAccepted())
                .isTrue();

        assertThat(receiver.texts()).isEmpty();
        assertThat(receiver.deadLetters).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"4", "8", "16", "24", "32"})
    void aReportIsNeverATextWhateverItSays(int esmClass) throws Exception {
        String receipt = "id:1 sub:001 dlvrd:001 stat:DELIVRD err:000 text:" + CODE;
        assertThat(deliver(text(receipt).withEsmClass(esmClass)).isAccepted()).isTrue();
        assertThat(deliver(text(receipt).withTlv(0x001e, new byte[] {'1', 0})).isAccepted())
                .isTrue();

        assertThat(receiver.texts()).isEmpty();
    }

    @Test
    void whatAProgramOrASimGetsIsNeverAText() throws Exception {
        byte[] toPort =
                HexFormat.of().parseHex("0605040b8423f0" + HexFormat.of().formatHex(CODE.getBytes(US_ASCII)));
        deliver(text("").withOctets(toPort).withEsmClass(0x40));
        deliver(text(CODE).withProtocolId(0x7f));
        deliver(text(CODE).withTlv(0x020b, new byte[] {0x3e, (byte) 0x81}));

        assertThat(receiver.texts()).isEmpty();
    }

    @Test
    void whatWillNeverBeAcceptedIsAcknowledgedAndKeptAmongTheDeadLetters() throws Exception {
        Delivered letters = deliver(MobileMessage.of("ACME", "50500", CODE));
        Delivered elsewhere = deliver(MobileMessage.of(FROM, "60600", CODE));
        Delivered half = deliver(text("").withOctets(new byte[] {0, 'A', 0}).withDataCoding(8));

        assertThat(List.of(letters, elsewhere, half)).allMatch(Delivered::isAccepted);
        assertThat(receiver.texts()).isEmpty();
        assertThat(receiver.deadLetters)
                .containsExactly(
                        "the sender is not the phone number of a subscriber",
                        "the connector does not serve the address that was texted",
                        "the text is not in the alphabet that it is said to be in");
    }

    @ParameterizedTest
    @CsvSource({"1,46701234567", "0,46701234567", "0,0046701234567", "2,0701234567", "1,0046701234567"})
    void theSenderIsReadByItsTypeOfNumber(int typeOfNumber, String digits) throws Exception {
        deliver(MobileMessage.of(digits, "50500", CODE).withSource(typeOfNumber, 1));

        assertThat(receiver.events().getFirst().sender().e164()).isEqualTo(FROM);
    }

    @Test
    void aDataSmIsReadAsADeliverSm() throws Exception {
        assertThat(deliver(text("ACME LOGIN " + CODE).asDataSm()).isAccepted()).isTrue();

        assertThat(receiver.texts()).containsExactly("ACME LOGIN " + CODE);
    }

    @Test
    void aMessageThatCouldNotBeStoredComesAgainAndHasTheSameId() throws Exception {
        receiver.close();
        smsc.close();
        smsc = SimulatedSmsc.start(
                SmscSettings.builder().retryAfter(Duration.ofMillis(50)).build());
        receive();
        receiver.sink.answersWith(CompletableFuture.failedFuture(new IllegalStateException()));

        var delivered = smsc.deliver(text(CODE));
        await().until(() -> receiver.texts().size() > 1);
        receiver.sink.answersWith(CompletableFuture.completedFuture(null));

        DeliveredPart part = delivered.get(20, TimeUnit.SECONDS).parts().getFirst();
        assertThat(part.status()).isEqualTo(CommandStatus.ROK);
        assertThat(part.attempts()).isGreaterThan(1);
        assertThat(receiver.events()).hasSizeGreaterThan(1);
        assertThat(receiver.events().stream().map(InboundSmsReceived::messageId).distinct())
                .hasSize(1);
    }

    @Test
    void aMessageThatTheCarrierGivesUpIsNotStoredAndIsTold() throws Exception {
        receive("unavailable-status=0x400");
        receiver.sink.answersWith(CompletableFuture.failedFuture(new IllegalStateException()));

        assertThat(deliver(text(CODE)).parts().getFirst().status()).isEqualTo(0x400);
    }
}
