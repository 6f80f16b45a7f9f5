/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.health;

import java.time.Duration;

/** How long something may be silent: so short that health has said so ten seconds after it fell silent. */
final class Silence {

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private Silence() {}

    static boolean isTooLong(Duration silence) {
        return silence.compareTo(LONGEST) > 0;
    }

    static String inWords(Duration silence) {
        return silence.toSeconds() + " s";
    }
}
