/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.challenge.issue.Ending;
import io.uptext.contracts.event.AuthConfirmed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the template of a page is filled with, by names. */
final class PageModel {

    /** How often a page without scripts looks again. */
    private static final String LOOK_AGAIN_SECONDS = "5";

    /** How long a page without scripts says that the text has arrived. */
    private static final String GO_ON_SECONDS = "1";

    private final Visit visit;
    private final Language language;
    private final PageState state;
    private final Map<String, Object> values = new HashMap<>();

    private PageModel(Visit visit, Language language) {
        this.visit = visit;
        this.language = language;
        this.state = PageState.of(visit.seen());
    }

    /**
     * That of a visit.
     *
     * @param waiting fills in what is shown while the text travels
     */
    static Map<String, Object> of(Visit visit, Language language, String nonce, WaitingModel waiting) {
        return new PageModel(visit, language).fill(nonce, waiting);
    }

    private Map<String, Object> fill(String nonce, WaitingModel waiting) {
        String name = visit.party().name();
        values.put("language", language.tag());
        values.put("direction", language.direction());
        values.put("nonce", nonce);
        values.put("style", Templates.STYLE);
        values.put("name", name);
        values.put("state", state.word());
        values.put("asks", language.sayHtml("asks", Map.of("name", Html.isolated(name))));
        // Sections that are not shown.
        values.put("waiting", false);
        values.put("question", false);
        values.put("back", false);
        values.put("goOn", false);
        values.put("refresh", false);
        @Nullable Ending ending = state.ending();
        if (state == PageState.WAITING) {
            values.put("title", language.say("page.title", Map.of("name", name)));
            values.put("waiting", waiting.of(visit, language));
            values.put("refresh", LOOK_AGAIN_SECONDS);
        } else if (ending == null) {
            ask();
        } else {
            end(ending, name);
        }
        return values;
    }

    private void ask() {
        Html digits = new Html("<strong>" + Html.isolated(digits(visit)) + "</strong>");
        head(language.say("whose"));
        values.put("words", language.sayHtml("whoseWords", Map.of("digits", digits)));
        values.put(
                "question",
                Map.of(
                        "yes", visit.back(Ending.CONFIRMED),
                        "mine", language.say("mine"),
                        "no", visit.back(Ending.DISAVOWED),
                        "notMine", language.say("notMine")));
    }

    private void end(Ending ending, String name) {
        boolean isGood = ending == Ending.CONFIRMED;
        String back = visit.back(ending);
        head(language.say(state.word()));
        values.put("words", Html.text(language.say(state.words(visit.seen(), language))));
        values.put(
                "back",
                Map.of(
                        "link",
                        back,
                        "label",
                        language.sayHtml(isGood ? "page.on" : "page.back", Map.of("name", Html.isolated(name)))));
        if (isGood) {
            values.put("goOn", back);
            values.put("refresh", GO_ON_SECONDS + ";url=" + back);
        }
    }

    private void head(String heading) {
        values.put("heading", heading);
        values.put("title", heading + " · " + visit.party().name());
    }

    private static String digits(Visit visit) {
        if (!(visit.seen().outcome() instanceof AuthConfirmed confirmed)) {
            throw new IllegalStateException("nobody has confirmed");
        }
        return confirmed.numberEnding();
    }
}
