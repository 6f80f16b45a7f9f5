/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.registry.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Says what a challenge counts for. All keys are HMACs: a plain hash of a number is reversed by hashing all numbers. */
public final class Accounts {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Pepper pepper;
    /** Of destinations and relying parties, of which there are only as many as the registry has had. */
    private final Map<String, String> lasting = new ConcurrentHashMap<>();

    /** Makes keys with {@code pepper}. */
    public Accounts(Pepper pepper) {
        this.pepper = pepper;
    }

    /**
     * How a challenge counts.
     *
     * @param limits of its relying party
     * @param code its code's key
     * @param endUser who asks for it, where its relying party says so
     * @param validity how long it takes places from now on
     * @param named whether the same can be asked for again
     * @param draw how many codes were drawn for it before this one
     */
    public Admission admission(
            Limits limits,
            ChallengeCreated created,
            CodeKey code,
            @Nullable EndUser endUser,
            Duration validity,
            boolean named,
            int draw) {
        String party = created.relyingParty().value();
        List<Rate> rates = new ArrayList<>(3);
        List<Cap> caps = new ArrayList<>(3);
        String partyKey = lasting("party|" + party);
        rates.add(new Rate(Limit.PARTY, "p:" + partyKey, limits.creationsPerMinute(), MINUTE));
        @Nullable Msisdn number = created.msisdn();
        if (number != null) {
            String key = pepper.countKey("number|" + party + "|" + number.e164());
            rates.add(new Rate(Limit.NUMBER, "n:" + key, limits.creationsPerNumber(), TEN_MINUTES));
            caps.add(new Cap(Limit.OPEN, "o:" + key, limits.openPerNumber()));
        }
        if (endUser != null) {
            String key = pepper.countKey("end-user|" + party + "|" + endUser.prefix());
            rates.add(new Rate(Limit.END_USER, "e:" + key, limits.creationsPerEndUser(), MINUTE));
        }
        caps.add(new Cap(Limit.OUTSTANDING, "s:" + partyKey, limits.outstanding()));
        // Codes of one form are never mistaken for those of another, so that each has a cap of its own.
        CodeForm form = created.code().form();
        caps.add(new Cap(Limit.DESTINATION, "d:" + form.name(), mostOutstanding(form)));
        String destination = lasting("destination|" + created.destination().address());
        return new Admission(destination, created.challengeId().value(), named, draw, code, validity, rates, caps);
    }

    /** How many of a form may be open at a destination: of long codes more than can be counted. */
    static int mostOutstanding(CodeForm form) {
        return (int) Math.min(Integer.MAX_VALUE, form.mostOutstanding());
    }

    private String lasting(String text) {
        return lasting.computeIfAbsent(text, pepper::countKey);
    }
}
