/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.CodeKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every limiter does, wherever it counts. Each test has a destination of its own. */
public abstract class LimiterContract {

    private static final int AT_ONCE = 64;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration VALIDITY = Duration.ofMinutes(3);
    private static final AtomicInteger CHALLENGES = new AtomicInteger();

    private final String destination = UUID.randomUUID().toString();
    private final Rate party = new Rate(Limit.PARTY, "p:acme", 5, MINUTE);
    private final Rate number = new Rate(Limit.NUMBER, "n:one", 2, MINUTE);
    private final Cap open = new Cap(Limit.OPEN, "o:one", 3);
    private final Cap all = new Cap(Limit.DESTINATION, "d:SHORT", 1_000);

    /** The one under test. */
    protected abstract Limiter limiter();

    /** Lets time pass. */
    protected abstract void pass(Duration time);

    @Test
    void so_many_at_once_and_then_one_an_interval() {
        for (int left = 4; left >= 0; left--) {
            assertThat(standing(admit(wanted(party)), Limit.PARTY).left()).isEqualTo(left);
        }

        Verdict.Refused refused = (Verdict.Refused) admit(wanted(party));
        assertThat(refused.by()).isEqualTo(Limit.PARTY);
        assertThat(refused.seconds()).isBetween(11L, 12L);
        assertThat(refused.standings()).extracting(Standing::left).containsExactly(0L);

        pass(Duration.ofSeconds(12));
        assertThat(admit(wanted(party))).isInstanceOf(Verdict.Admitted.class);
        assertThat(admit(wanted(party))).isInstanceOf(Verdict.Refused.class);

        pass(MINUTE);
        assertThat(standing(admit(wanted(party)), Limit.PARTY).left()).isEqualTo(4);
    }

    @Test
    void what_is_refused_counts_for_nothing() {
        admit(wanted(party, number));
        admit(wanted(party, number));
        for (int i = 0; i < 10; i++) {
            assertThat(((Verdict.Refused) admit(wanted(party, number))).by()).isEqualTo(Limit.NUMBER);
        }

        assertThat(standing(admit(wanted(party)), Limit.PARTY).left()).isEqualTo(2);
    }

    @Test
    void one_number_says_nothing_of_another_nor_one_destination_of_another() {
        admit(wanted(number));
        admit(wanted(number));
        assertThat(admit(wanted(number))).isInstanceOf(Verdict.Refused.class);

        assertThat(admit(wanted(new Rate(Limit.NUMBER, "n:other", 2, MINUTE)))).isInstanceOf(Verdict.Admitted.class);
        assertThat(admit(admission("elsewhere" + destination, id(), code(), false, 0, List.of(number), List.of())))
                .isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void where_several_limits_are_reached_the_one_that_lasts_longest_is_told() {
        Rate minute = new Rate(Limit.PARTY, "p:acme", 1, MINUTE);
        Rate longer = new Rate(Limit.NUMBER, "n:one", 1, Duration.ofMinutes(10));
        admit(wanted(minute, longer));

        Verdict.Refused refused = (Verdict.Refused) admit(wanted(minute, longer));

        assertThat(refused.by()).isEqualTo(Limit.NUMBER);
        assertThat(refused.seconds()).isBetween(595L, 600L);
    }

    @Test
    void an_outcome_frees_its_place_at_once() {
        List<Admission> three = List.of(wanted(open), wanted(open), wanted(open));
        three.forEach(each -> assertThat(admit(each)).isInstanceOf(Verdict.Admitted.class));
        Verdict.Refused refused = (Verdict.Refused) admit(wanted(open));
        assertThat(refused.by()).isEqualTo(Limit.OPEN);
        assertThat(refused.seconds()).isBetween(175L, 180L);

        limiter().release(Places.of(three.get(1)));
        limiter().release(Places.of(three.get(1)));

        assertThat(admit(wanted(open))).isInstanceOf(Verdict.Admitted.class);
        assertThat(admit(wanted(open))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_place_is_free_when_the_validity_is_over() {
        admit(wanted(open));
        pass(Duration.ofSeconds(100));
        admit(wanted(open));
        admit(wanted(open));
        Verdict.Refused refused = (Verdict.Refused) admit(wanted(open));
        assertThat(refused.seconds()).isBetween(75L, 80L);

        pass(Duration.ofSeconds(refused.seconds()));

        assertThat(admit(wanted(open))).isInstanceOf(Verdict.Admitted.class);
        assertThat(admit(wanted(open))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void no_cap_is_overrun_by_many_at_once() throws Exception {
        Cap few = new Cap(Limit.OUTSTANDING, "s:acme", 20);

        assertThat(atOnce(() -> wanted(few)))
                .filteredOn(Verdict.Admitted.class::isInstance)
                .hasSize(20);
    }

    @Test
    void a_destination_holds_as_many_as_its_codes_allow_and_none_more() throws Exception {
        Cap cap = new Cap(Limit.DESTINATION, "d:SHORT", Accounts.mostOutstanding(CodeForm.SHORT));
        List<Verdict> verdicts = new ArrayList<>();
        while (verdicts.size() < cap.most() + AT_ONCE) {
            verdicts.addAll(atOnce(() -> wanted(cap)));
        }

        assertThat(verdicts).filteredOn(Verdict.Admitted.class::isInstance).hasSize(10_988);
        assertThat(admit(wanted(cap))).isEqualTo(new Verdict.Refused(Limit.DESTINATION, 5, List.of()));
    }

    @Test
    void no_rate_is_overrun_by_many_at_once() throws Exception {
        Rate few = new Rate(Limit.PARTY, "p:acme", 20, Duration.ofDays(1));

        assertThat(atOnce(() -> wanted(few)))
                .filteredOn(Verdict.Admitted.class::isInstance)
                .hasSize(20);
    }

    @Test
    void a_named_challenge_is_counted_once_however_often_it_is_asked_for() throws Exception {
        String challenge = id();
        CodeKey code = code();
        Rate one = new Rate(Limit.PARTY, "p:acme", 1, Duration.ofDays(1));

        assertThat(atOnce(() -> admission(destination, challenge, code, true, 0, List.of(one), List.of(open))))
                .allSatisfy(verdict ->
                        assertThat(((Verdict.Admitted) verdict).draw()).isZero());
        assertThat(admit(wanted(one))).isInstanceOf(Verdict.Refused.class);
    }

    @Test
    void a_named_challenge_keeps_the_draw_that_was_counted() {
        String challenge = id();
        admit(admission(destination, challenge, code(), true, 3, List.of(party), List.of(open)));

        Verdict again = admit(admission(destination, challenge, code(), true, 0, List.of(party), List.of(open)));

        assertThat(again).isEqualTo(new Verdict.Admitted(3, List.of()));
    }

    @Test
    void a_code_that_is_outstanding_is_not_taken_for_another_challenge_and_that_counts_for_nothing() {
        CodeKey code = code();
        admit(admission(destination, id(), code, false, 0, List.of(party), List.of(open)));

        Verdict verdict = admit(admission(destination, id(), code, true, 0, List.of(party), List.of(open)));

        assertThat(verdict).isEqualTo(new Verdict.CodeTaken());
        assertThat(standing(admit(wanted(party)), Limit.PARTY).left()).isEqualTo(3);
    }

    @Test
    void nobody_is_told_how_full_a_destination_is() {
        assertThat(((Verdict.Admitted) admit(wanted(all))).standings()).isEmpty();
    }

    protected final Admission wanted(Rate... rates) {
        return admission(destination, id(), code(), false, 0, List.of(rates), List.of());
    }

    protected final Admission wanted(Cap... caps) {
        return admission(destination, id(), code(), false, 0, List.of(), List.of(caps));
    }

    protected final Admission admission(
            String place, String challenge, CodeKey code, boolean named, int draw, List<Rate> rates, List<Cap> caps) {
        return new Admission(place, challenge, named, draw, code, VALIDITY, rates, caps);
    }

    protected final Verdict admit(Admission wanted) {
        return limiter().admit(wanted).join();
    }

    protected static Standing standing(Verdict verdict, Limit limit) {
        return ((Verdict.Admitted) verdict)
                .standings().stream()
                        .filter(each -> each.limit() == limit)
                        .findFirst()
                        .orElseThrow();
    }

    protected static String id() {
        return "chl_test" + CHALLENGES.incrementAndGet();
    }

    protected static CodeKey code() {
        byte[] bytes = new byte[32];
        ThreadLocalRandom.current().nextBytes(bytes);
        return new CodeKey(HexFormat.of().formatHex(bytes));
    }

    private List<Verdict> atOnce(Callable<Admission> each) throws Exception {
        CountDownLatch begin = new CountDownLatch(1);
        List<Verdict> verdicts = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Verdict>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(threads.submit(() -> {
                    begin.await();
                    return admit(each.call());
                }));
            }
            begin.countDown();
            for (Future<Verdict> one : all) {
                verdicts.add(one.get());
            }
        }
        return verdicts;
    }
}
