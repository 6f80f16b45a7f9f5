/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.crowd;

import io.uptext.chaos.load.Party;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.WaitToken;
import java.util.Locale;
import java.util.Random;

/** What somebody shows who has no token of a challenge. */
enum Trick {
    /** A good one with one letter changed. */
    FLIPPED_TOKEN,
    /** One that nobody was given. */
    MADE_UP_TOKEN,
    /** What a challenge carries in place of its token, as whoever reads Kafka sees it. */
    HASH_OF_TOKEN,
    /** The id of a challenge, which is in many logs. */
    ID_OF_CHALLENGE,
    /** A relying party's key, of the right one. */
    KEY_OF_ITS_PARTY,
    /** A relying party's key, of another one. */
    KEY_OF_OTHER_PARTY,
    /** The good one, and it got into a page of another relying party. */
    TOKEN_ON_OTHER_PARTYS_PAGE,
    /** Nothing behind the word. */
    NOTHING;

    private static final String PREFIX = "upw_";

    /** The bearer token that is shown. */
    String bearer(ChallengeCreated challenge, WaitToken token, Party party, Random random) {
        return switch (this) {
            case FLIPPED_TOKEN -> flipped(token.reveal(), random);
            case MADE_UP_TOKEN -> {
                byte[] bytes = new byte[WaitToken.BYTES];
                random.nextBytes(bytes);
                yield WaitToken.of(bytes).reveal();
            }
            case HASH_OF_TOKEN -> PREFIX + challenge.waitTokenHash().value();
            case ID_OF_CHALLENGE -> challenge.challengeId().value();
            case KEY_OF_ITS_PARTY -> party.key().reveal();
            case KEY_OF_OTHER_PARTY -> party.other().key().reveal();
            case TOKEN_ON_OTHER_PARTYS_PAGE -> token.reveal();
            case NOTHING -> "";
        };
    }

    /** Whose page shows it. */
    Party page(Party party) {
        return this == TOKEN_ON_OTHER_PARTYS_PAGE ? party.other() : party;
    }

    private static String flipped(String token, Random random) {
        StringBuilder flipped = new StringBuilder(token);
        int at = PREFIX.length() + random.nextInt(token.length() - PREFIX.length());
        flipped.setCharAt(at, flipped.charAt(at) == 'A' ? 'B' : 'A');
        return flipped.toString();
    }

    /** In words, for whoever reads a failure. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
