/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.ReturnTo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever may not see a page sees the very same, byte for byte, whatever the reason. */
class RefusalTests {

    private static final String TOKEN = Scene.TOKEN.reveal();
    private static final String ID = Scene.ID.value();

    @Test
    void all_reasons_have_one_answer() {
        Map<String, Shown> answers = new LinkedHashMap<>();
        answers.put("no cookie", get(Scene.waiting(), ID, null));
        answers.put("an empty cookie", get(Scene.waiting(), ID, ""));
        answers.put(
                "another challenge's token",
                get(Scene.waiting(), ID, Scene.token(8).reveal()));
        answers.put("one bit of the token flipped", get(Scene.waiting(), ID, flipped(TOKEN)));
        answers.put("no token at all", get(Scene.waiting(), ID, "nonsense"));
        answers.put("an unknown id", get(Scene.open(), ID, TOKEN));
        answers.put("a malformed id", get(Scene.waiting(), "chl_no", TOKEN));
        answers.put("an id in upper case", get(Scene.waiting(), ID.toUpperCase(java.util.Locale.ROOT), TOKEN));
        answers.put("no id", get(Scene.waiting(), "", TOKEN));
        answers.put("a longer path", get(Scene.waiting(), ID + "/more", TOKEN));
        answers.put("hostile bytes for an id", get(Scene.waiting(), "%00%0d%0aX:%20y%3Cscript%3E", TOKEN));
        answers.put(
                "a challenge without a way back",
                get(Scene.open().with(Scene.created(Scene.PHONE, null, null)), ID, TOKEN));
        answers.put(
                "a party that is gone", get(Scene.waiting().with((io.uptext.registry.RelyingParty) null), ID, TOKEN));
        answers.put(
                "an origin that is the party's no more",
                get(Scene.waiting().with(Scene.acme("Acme", "https://other.example")), ID, TOKEN));
        answers.put(
                "a way back to a longer name",
                get(
                        Scene.open()
                                .with(Scene.created(
                                        Scene.PHONE, new ReturnTo("https://acme.example.evil.example/", null), null)),
                        ID,
                        TOKEN));
        answers.put("the challenge's token twice", twoCookies());
        answers.put(
                "a form with another's token",
                post(Scene.waiting(), ID, Scene.token(8).reveal()));
        answers.put("a form with one bit flipped", post(Scene.waiting(), ID, flipped(TOKEN)));
        answers.put("a form for an unknown id", post(Scene.open(), ID, TOKEN));
        answers.put("a form for a malformed id", post(Scene.waiting(), "chl_no", TOKEN));

        Shown first = answers.values().iterator().next();
        assertThat(first.status()).isEqualTo(404);
        assertThat(first.body()).contains("<h1>There is nothing here</h1>");
        assertThat(answers).allSatisfy((reason, answer) -> assertThat(answer).isEqualTo(first));
    }

    @Test
    void it_is_in_the_language_of_the_browser_and_of_nothing_else() {
        Map<String, String> titles = new HashMap<>();
        for (String tag : Language.TAGS) {
            Shown answer = Scene.waiting().get("/c/" + ID, "Accept-Language", tag);
            assertThat(answer.body())
                    .contains("<html lang=\"" + tag + "\" dir=\"" + (tag.equals("ar") ? "rtl" : "ltr") + "\">");
            titles.put(tag, answer.body().substring(answer.body().indexOf("<h1>")));
        }
        assertThat(titles.values()).doesNotHaveDuplicates();
    }

    @Test
    void without_a_page_url_there_is_nothing_at_all() {
        Shown answer = Scene.waiting().withoutPage().show();
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).doesNotContainKey("Content-Security-Policy");
    }

    private static Shown get(Scene scene, String id, @Nullable String token) {
        return token == null
                ? scene.get("/c/" + id)
                : scene.get("/c/" + id, "Cookie", Scene.cookieName() + "=" + token);
    }

    /** Which of two is the right one, a neighbour may have decided. */
    private static Shown twoCookies() {
        String other = Scene.token(8).reveal();
        return Scene.waiting()
                .get("/c/" + ID, "Cookie", Scene.cookieName() + "=" + TOKEN + "; " + Scene.cookieName() + "=" + other);
    }

    private static Shown post(Scene scene, String id, String token) {
        return scene.post("/c/" + id, "waitToken=" + token, "Content-Type", EntryTests.FORM);
    }

    private static String flipped(String token) {
        char last = token.charAt(10);
        return token.substring(0, 10) + (last == 'A' ? 'B' : 'A') + token.substring(11);
    }
}
