/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.challenge.issue.Issued;
import io.uptext.challenge.issue.Wish;
import io.uptext.challenge.limit.Accounts;
import io.uptext.challenge.limit.Admission;
import io.uptext.challenge.limit.Limiter;
import io.uptext.challenge.limit.Places;
import io.uptext.challenge.limit.Standing;
import io.uptext.challenge.limit.Verdict;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.Pepper;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.registry.RelyingParty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Lets challenges in that fit the limits, each with a code that nobody had lately. */
public final class Gate {

    /** So many codes in a row have been another's only where nearly all have. */
    private static final int MOST_DRAWS = 16;

    private final Limiter limiter;
    private final Accounts accounts;
    private final Pepper pepper;

    /** Counts with {@code limiter} for {@code accounts}. */
    public Gate(Limiter limiter, Accounts accounts, Pepper pepper) {
        this.limiter = limiter;
        this.accounts = accounts;
        this.pepper = pepper;
    }

    /**
     * A challenge that was let in.
     *
     * @param key of its code
     * @param standings of the limits that it was counted for; none where it was counted before
     * @param places that it takes
     */
    record Let(Issued issued, CodeKey key, List<Standing> standings, Places places) {}

    /** Gives back the places of a challenge that did not come to be. If it did after all, the log will say so. */
    void giveBack(Let let) {
        limiter.release(let.places());
    }

    /**
     * Counts a challenge, or ends with a problem.
     *
     * @param named whether the same can be asked for again: then it is counted once
     * @param drawn the challenge, after so many codes were passed over
     */
    Mono<Let> admit(RelyingParty party, Wish wish, boolean named, IntFunction<Issued> drawn) {
        return admit(party, wish, named, drawn, 0);
    }

    private Mono<Let> admit(RelyingParty party, Wish wish, boolean named, IntFunction<Issued> drawn, int draw) {
        if (draw == MOST_DRAWS) {
            return Mono.error(Problem.UNAVAILABLE.because("No code has been found that is free. Please repeat it."));
        }
        Issued issued = drawn.apply(draw);
        CodeKey key = key(issued);
        Admission wanted =
                accounts.admission(party.limits(), issued.created(), key, wish.endUser(), wish.validity(), named, draw);
        return Mono.fromCompletionStage(() -> limiter.admit(wanted))
                // Whoever reads Redis's answers is not to draw QR codes, or the next answers are late.
                .publishOn(Schedulers.parallel())
                .flatMap(verdict -> switch (verdict) {
                    case Verdict.Admitted(int counted, var standings)
                    when counted == draw -> Mono.just(new Let(issued, key, standings, Places.of(wanted)));
                    case Verdict.Admitted(int counted, var standings) -> {
                        Issued before = drawn.apply(counted);
                        yield Mono.just(new Let(before, key(before), standings, Places.of(wanted)));
                    }
                    case Verdict.Refused refused -> Mono.error(problem(refused));
                    case Verdict.CodeTaken() -> admit(party, wish, named, drawn, draw + 1);
                });
    }

    private CodeKey key(Issued issued) {
        ChallengeCreated created = issued.created();
        return pepper.codeKey(created.destination(), created.code());
    }

    /** What somebody is told who was refused. */
    static ProblemException problem(Verdict.Refused refused) {
        Map<String, String> headers = new HashMap<>(RateLimitFields.of(refused.standings()));
        headers.put(HttpHeaders.RETRY_AFTER, Long.toString(refused.seconds()));
        return Problem.RATE_LIMITED.because(refused.by().sentence()).with(headers);
    }
}
