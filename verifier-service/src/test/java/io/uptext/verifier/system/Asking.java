/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.system;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** A challenge in the making: open, good for five minutes and for texts of T1. */
public final class Asking {

    /** How long a challenge is good for. */
    public static final Duration LIFE = Duration.ofMinutes(5);

    private final World world;
    private ChallengeCode code;
    private Destination destination = World.SHORT_CODE;
    private RouteTrust trust = RouteTrust.T1;
    private @Nullable Msisdn msisdn;
    private @Nullable WrongPhonePolicy policy;
    private @Nullable Integer partition;

    Asking(World world) {
        this.world = world;
        this.code = ChallengeCode.random(world.random());
    }

    /** Only this phone may answer. */
    public Asking bound(Msisdn phone) {
        msisdn = phone;
        return this;
    }

    /** Texts by weaker routes do not count. */
    public Asking by(RouteTrust minimum) {
        trust = minimum;
        return this;
    }

    /** The wrong phone ends it. */
    public Asking denying() {
        policy = WrongPhonePolicy.DENY;
        return this;
    }

    /** Texts go there. */
    public Asking at(Destination other) {
        destination = other;
        return this;
    }

    /** With a code that is known already. */
    public Asking with(ChallengeCode known) {
        code = known;
        return this;
    }

    /** In a partition that its key would not bring it to. */
    public Asking in(int other) {
        partition = other;
        return this;
    }

    /** Creates it now. */
    public Asked sent() {
        return sent(world.clock().instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Creates it at some time. */
    public Asked sent(Instant createdAt) {
        ChallengeCreated created = new ChallengeCreated(
                ChallengeId.random(world.random()),
                new RelyingPartyId("acme"),
                destination,
                code,
                msisdn,
                trust,
                policy,
                createdAt,
                createdAt.plus(LIFE),
                WaitToken.of(new byte[WaitToken.BYTES]).hash(),
                null,
                null,
                null,
                null,
                null,
                null);
        return new Asked(created, world.write(created, world.key(destination, code), partition));
    }
}
