/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.platform.http.ClientNetwork;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WatchLimitsTests {

    private static final int THREADS = 8;
    private static final ClientNetwork PHONE = network("203.0.113.7");
    private static final ClientNetwork OTHER = network("203.0.113.8");
    private static final RelyingPartyId ACME = new RelyingPartyId("acme");
    private static final RelyingPartyId BIG = new RelyingPartyId("big");

    private final AtomicLong nanos = new AtomicLong(-7);
    private final List<WatchLimit> refused = new ArrayList<>();

    @Test
    void a_client_has_so_many_at_a_time_and_others_are_not_held_up() {
        WatchLimits limits = limits(2, 100, 100);
        CountedGuest first = limits.arrive(PHONE);
        limits.arrive(PHONE);
        assertRefused(() -> limits.arrive(PHONE), "10");
        assertThat(limits.arrive(OTHER)).isNotNull();
        first.leave();
        assertThat(limits.arrive(PHONE)).isNotNull();
        assertThat(refused).containsExactly(WatchLimit.ADDRESS);
    }

    @Test
    void addresses_of_one_64_are_one_client() {
        WatchLimits limits = limits(1, 100, 100);
        limits.arrive(network("2001:db8:1:2::1"));
        assertRefused(() -> limits.arrive(network("2001:db8:1:2:ffff:ffff:ffff:ffff")), "10");
        assertThat(limits.arrive(network("2001:db8:1:3::1"))).isNotNull();
    }

    @Test
    void a_party_has_so_many_at_a_time_wherever_they_come_from() {
        WatchLimits limits = limits(100, 2, 100);
        CountedGuest one = limits.arrive(PHONE);
        one.welcome(ACME);
        limits.arrive(OTHER).welcome(ACME);
        CountedGuest third = limits.arrive(network("203.0.113.9"));
        assertRefused(() -> third.welcome(ACME), "10");
        third.leave();
        limits.arrive(PHONE).welcome(BIG);
        one.leave();
        limits.arrive(PHONE).welcome(ACME);
        assertThat(limits.open(ACME)).isEqualTo(2);
        assertThat(refused).containsExactly(WatchLimit.PARTY);
    }

    @Test
    void a_loop_of_reconnections_is_let_in_at_the_rate_and_told_when() {
        WatchLimits limits = limits(100, 100, 60);
        for (int i = 0; i < 60; i++) {
            limits.arrive(PHONE).leave();
        }
        assertRefused(() -> limits.arrive(PHONE), "1");
        assertThat(limits.arrive(OTHER)).isNotNull();
        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertRefused(() -> limits.arrive(PHONE), "1");
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        limits.arrive(PHONE).leave();
        assertRefused(() -> limits.arrive(PHONE), "1");
        assertThat(refused).containsOnly(WatchLimit.ARRIVALS);
    }

    @Test
    void a_slow_rate_says_how_long_to_wait() {
        WatchLimits limits = limits(100, 100, 1);
        limits.arrive(PHONE).leave();
        assertRefused(() -> limits.arrive(PHONE), "60");
    }

    @Test
    void who_leaves_twice_gives_back_once_and_who_has_left_takes_nothing() {
        WatchLimits limits = limits(10, 10, 100);
        CountedGuest stays = limits.arrive(PHONE);
        stays.welcome(ACME);
        CountedGuest leaves = limits.arrive(PHONE);
        leaves.welcome(ACME);
        leaves.welcome(ACME);
        leaves.leave();
        leaves.leave();
        leaves.welcome(ACME);
        assertThat(limits.open(PHONE)).isEqualTo(1);
        assertThat(limits.open(ACME)).isEqualTo(1);
    }

    @Test
    void its_memory_is_bounded_however_many_networks_somebody_has() {
        Arrivals arrivals = new Arrivals(10, nanos::get);
        for (int i = 0; i < Arrivals.MOST_KNOWN + 1_000; i++) {
            arrivals.count(network("2001:db8:%x:%x::".formatted(i >> 16, i & 0xffff)));
        }
        assertThat(arrivals.known()).isEqualTo(Arrivals.MOST_KNOWN);
    }

    /** Against a count that is kept beside it; whatever happens in whatever order, in the end nobody has anything. */
    @Test
    void whatever_comes_and_goes_the_counts_are_right_and_end_at_nothing() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        WatchLimits limits = limits(20, 35, 1_000_000);
        Map<Object, Integer> expected = new HashMap<>();
        List<Guest> guests = new ArrayList<>();
        for (int step = 0; step < 100_000; step++) {
            if (random.nextInt(5) < 3) {
                ClientNetwork client = network("203.0.113." + random.nextInt(6));
                boolean fits = expected.getOrDefault(client, 0) < 20;
                @Nullable CountedGuest visit = arrive(limits, client);
                assertThat(visit != null).as("seed %s, step %s", seed, step).isEqualTo(fits);
                if (visit != null) {
                    expected.merge(client, 1, Integer::sum);
                    guests.add(new Guest(visit, client, waited(limits, visit, random, expected, seed)));
                }
            } else if (!guests.isEmpty()) {
                Guest guest = guests.remove(random.nextInt(guests.size()));
                guest.visit().leave();
                guest.visit().leave();
                expected.merge(guest.client(), -1, Integer::sum);
                if (guest.party() != null) {
                    expected.merge(guest.party(), -1, Integer::sum);
                }
            }
        }
        assertThat(refused).as("seed %s", seed).contains(WatchLimit.ADDRESS, WatchLimit.PARTY);
        guests.forEach(guest -> guest.visit().leave());
        assertThat(limits.holders()).as("seed %s", seed).isZero();
    }

    private record Guest(
            CountedGuest visit,
            ClientNetwork client,
            @Nullable RelyingPartyId party) {}

    private static @Nullable RelyingPartyId waited(
            WatchLimits limits, CountedGuest visit, Random random, Map<Object, Integer> expected, long seed) {
        RelyingPartyId party = random.nextBoolean() ? ACME : BIG;
        boolean fits = expected.getOrDefault(party, 0) < 35;
        try {
            visit.welcome(party);
            assertThat(fits).as("seed %s", seed).isTrue();
            expected.merge(party, 1, Integer::sum);
            return party;
        } catch (ProblemException e) {
            assertThat(fits).as("seed %s", seed).isFalse();
            assertThat(limits.open(party)).as("seed %s", seed).isEqualTo(35);
            return null;
        }
    }

    private static @Nullable CountedGuest arrive(WatchLimits limits, ClientNetwork client) {
        try {
            return limits.arrive(client);
        } catch (ProblemException e) {
            return null;
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 30, PARTY", "30, 50, ADDRESS"})
    void many_at_once_never_have_more_than_they_may_and_leave_nothing(int perAddress, int perParty, WatchLimit limit) {
        Set<WatchLimit> reached = ConcurrentHashMap.newKeySet();
        WatchLimits limits =
                new WatchLimits(new LimitProperties(perAddress, perParty, 1_000_000), nanos::get, reached::add);
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            for (int thread = 0; thread < THREADS; thread++) {
                threads.execute(() -> {
                    Deque<CountedGuest> mine = new ArrayDeque<>();
                    for (int i = 0; i < 20_000; i++) {
                        if (comesIn(limits, mine)) {
                            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                        }
                        if (mine.size() > i % 17) {
                            inside.decrementAndGet();
                            mine.removeFirst().leave();
                        }
                    }
                    inside.addAndGet(-mine.size());
                    mine.forEach(CountedGuest::leave);
                });
            }
        }
        assertThat(most).hasValueLessThanOrEqualTo(Math.min(perAddress, perParty));
        assertThat(limits.holders()).isZero();
        assertThat(reached).containsExactly(limit);
    }

    private static boolean comesIn(WatchLimits limits, Deque<CountedGuest> mine) {
        @Nullable CountedGuest visit = arrive(limits, PHONE);
        if (visit == null) {
            return false;
        }
        try {
            visit.welcome(ACME);
            mine.add(visit);
            return true;
        } catch (ProblemException e) {
            visit.leave();
            return false;
        }
    }

    private WatchLimits limits(int perAddress, int perParty, int perMinute) {
        return new WatchLimits(new LimitProperties(perAddress, perParty, perMinute), nanos::get, refused::add);
    }

    private static void assertRefused(Runnable asking, String retryAfter) {
        assertThatThrownBy(asking::run).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem()).isEqualTo(Problem.RATE_LIMITED);
            assertThat(problem.headers()).containsEntry("Retry-After", retryAfter);
        });
    }

    private static ClientNetwork network(String literal) {
        return ClientNetwork.parse(literal).orElseThrow();
    }
}
