/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import io.uptext.client.ProblemException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Why a login could not begin, in words for the person. */
final class BeginTroubles {

    static final String NUMBER = "Please give your phone number with its country code, like +46 70 123 45 67.";

    static final String NOT_NOW = "Signing in by text does not work just now. Please try again in a moment.";

    private static final Logger log = LoggerFactory.getLogger(BeginTroubles.class);
    private static final int TOO_MANY = 429;

    private BeginTroubles() {}

    static String words(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            switch (problem.type()) {
                case IMPOSSIBLE_NUMBER -> {
                    return NUMBER;
                }
                case UNAUTHENTICATED, FORBIDDEN, INVALID_REQUEST ->
                    // The site's mistake: in bound mode for example, while the page lets people leave their number out.
                    log.error("Uptext refuses to create a challenge: {}, {}", problem.getMessage(), problem.detail());
                default -> log.warn("no challenge could be created: {}", problem.getMessage());
            }
            if (problem.status() == TOO_MANY) {
                return problem.retryAfter()
                        .map(wait -> "There have been too many tries. Please wait " + words(wait)
                                + ", or sign in another way.")
                        .orElse("There have been too many tries. Please wait a while, or sign in another way.");
            }
        } else {
            log.warn("no challenge could be created: {}", failure.toString());
        }
        return NOT_NOW;
    }

    private static String words(Duration wait) {
        long seconds = Math.max(1, wait.toSeconds());
        return seconds < 120 ? seconds + " seconds" : (seconds + 59) / 60 + " minutes";
    }
}
