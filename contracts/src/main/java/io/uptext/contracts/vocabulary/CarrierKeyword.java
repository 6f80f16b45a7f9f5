/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.contracts.vocabulary;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * A wish about messages that carriers oblige us to heed (CTIA Short Code Monitoring Handbook; REVOKE and OPT OUT: 47 CFR
 * 64.1200(a)(10)). A text that opens with one is never a sign-in, whatever follows.
 */
public enum CarrierKeyword {
    /** No more messages. */
    @JsonProperty("stop")
    STOP,
    /** Messages again. */
    @JsonProperty("start")
    START,
    /** Who is this? */
    @JsonProperty("help")
    HELP;

    private static final List<String> OPT_OUT = List.of("OPT", "OUT");

    /** The keyword that a text opens with, found as {@code docs/code-and-text.md} says. */
    public static Optional<CarrierKeyword> opening(String text) {
        return SmsText.read(text).keyword();
    }

    static Optional<CarrierKeyword> ofWords(List<String> opening) {
        if (opening.equals(OPT_OUT)) {
            return Optional.of(STOP);
        }
        return switch (opening.isEmpty() ? "" : opening.getFirst()) {
            case "STOP", "STOPALL", "END", "CANCEL", "UNSUBSCRIBE", "QUIT", "REVOKE", "OPTOUT" -> Optional.of(STOP);
            case "START", "UNSTOP" -> Optional.of(START);
            case "HELP", "INFO" -> Optional.of(HELP);
            default -> Optional.empty();
        };
    }
}
