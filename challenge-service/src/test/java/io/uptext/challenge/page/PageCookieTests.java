/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.ChallengeId;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseCookie;

/** Each challenge leaves a cookie for a while, and what a browser sends with each request is not to grow without end. */
class PageCookieTests {

    private static final RandomGenerator RANDOM = RandomGenerator.getDefault();

    @Test
    void sixteen_are_kept_and_the_oldest_of_more_are_removed() {
        List<String> names = names(20);
        Shown page = Scene.waiting().show("Cookie", header(names));
        assertThat(page.status()).isEqualTo(200);
        String removed = page.header("Set-Cookie");
        // With the one of this page, fifteen others.
        assertThat(names.subList(0, 5)).allSatisfy(name -> assertThat(removed).contains(name + "=; Max-Age=0; "));
        assertThat(names.subList(5, 20)).noneMatch(removed::contains);
        assertThat(removed).doesNotContain(Scene.ID.value());
        // A browser takes nothing of this name without it.
        assertThat(removed.split("; Secure;", -1)).hasSize(6);
    }

    @Test
    void as_many_as_there_may_be_are_left_alone() {
        Shown page = Scene.waiting().show("Cookie", header(names(15)));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers()).doesNotContainKey("Set-Cookie");
    }

    @Test
    void nobody_elses_cookies_are_touched() {
        List<String> others = Stream.of("session", "__Host-uptext-", "__Host-uptext-chl_no", "__Host-uptext-theme", "")
                .flatMap(name -> Stream.generate(() -> name).limit(10))
                .toList();
        assertThat(PageCookie.surplus(List.of(header(others)), Scene.ID)).isEmpty();
    }

    @Test
    void one_that_is_sent_twice_or_in_two_headers_is_one() {
        List<String> names = names(16);
        String header = header(names);
        assertThat(PageCookie.surplus(List.of(header, header), Scene.ID))
                .extracting(ResponseCookie::getName)
                .containsExactly(names.getFirst());
    }

    private static List<String> names(int count) {
        return Stream.generate(() -> "__Host-uptext-" + ChallengeId.random(RANDOM))
                .limit(count)
                .toList();
    }

    private static String header(List<String> names) {
        return names.stream().map(name -> name + "=" + Scene.token(9).reveal()).collect(Collectors.joining("; "));
    }
}
