/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import io.uptext.contracts.event.InboundSmsReceived;
import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RouteTrust;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A text in the making: by T2, with a code that nobody has drawn. */
public final class Texting {

    private static final ConnectorId DOOR = new ConnectorId("door");

    private final World world;
    private final Msisdn sender;
    private @Nullable ChallengeCode code;
    private Destination destination = World.SHORT_CODE;
    private RouteTrust trust = RouteTrust.T2;
    private @Nullable SenderNetwork network;
    private @Nullable Instant receivedAt;
    private @Nullable Integer partition;

    Texting(World world, Msisdn sender) {
        this.world = world;
        this.sender = sender;
        this.code = ChallengeCode.random(world.random());
    }

    /** With the code of a challenge, to its destination. */
    public Texting answering(Asked asked) {
        code = asked.challenge().code();
        destination = asked.challenge().destination();
        partition = asked.partition();
        return this;
    }

    /** With a code. */
    public Texting with(ChallengeCode known) {
        code = known;
        return this;
    }

    /** Without one. */
    public Texting saying() {
        code = null;
        return this;
    }

    public Texting at(Destination other) {
        destination = other;
        return this;
    }

    /** By a route. */
    public Texting by(RouteTrust route) {
        trust = route;
        return this;
    }

    /** From a network. */
    public Texting from(SenderNetwork other) {
        network = other;
        return this;
    }

    /** In a partition that its key would not bring it to. */
    public Texting in(int other) {
        partition = other;
        return this;
    }

    /** Taken by the door at some time. */
    public Texting receivedAt(Instant time) {
        receivedAt = time;
        return this;
    }

    /** Sends it. */
    public InboundSmsReceived sent() {
        InboundSmsReceived sms = sms();
        int _ = world.write(sms, key(sms), partition);
        return sms;
    }

    /** Sends it under the key of another code. */
    public InboundSmsReceived sentAs(CodeKey other) {
        InboundSmsReceived sms = sms();
        int _ = world.write(sms, other, partition);
        return sms;
    }

    InboundSmsReceived sms() {
        return new InboundSmsReceived(
                MessageId.of(DOOR, UUID.randomUUID().toString()),
                DOOR,
                trust,
                sender,
                destination,
                code,
                code == null ? "hello" : "ACME LOGIN " + code.normal(),
                receivedAt == null ? world.clock().instant().truncatedTo(ChronoUnit.MILLIS) : receivedAt,
                network);
    }

    CodeKey key(InboundSmsReceived sms) {
        ChallengeCode named = sms.code();
        return named == null ? world.key(sender) : world.key(destination, named);
    }
}
