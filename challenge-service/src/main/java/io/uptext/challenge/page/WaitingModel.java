/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.challenge.http.BrowserAddresses;
import io.uptext.challenge.http.NewChallenge;
import io.uptext.challenge.issue.Ending;
import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.element.Element;
import io.uptext.platform.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is shown while the text travels: all of it without a script, and the challenge for the element that takes its place.
 *
 * @param device what the browser runs on
 * @param form of the link that opens the message
 * @param now for what is left of the time
 */
record WaitingModel(BrowserAddresses addresses, Device device, SmsLinkForm form, Instant now) {

    private static final List<String> WORDS = List.of(
            "title", "message", "to", "open", "byItself", "otherPhone", "scan", "never", "price", "slow", "slowWords");

    Map<String, Object> of(Visit visit, Language language) {
        ChallengeCreated created = visit.created();
        NewChallenge challenge = NewChallenge.of(visit.party(), visit.seen(), visit.issued(), addresses);
        String number = created.destination().address();
        Map<String, Object> values = new HashMap<>();
        WORDS.forEach(word -> values.put("say_" + word, language.say(word)));
        values.put("say_look", language.say("page.look"));
        values.put("say_again", language.say("page.again"));
        values.put(
                "say_back",
                language.sayHtml(
                        "page.back", Map.of("name", Html.isolated(visit.party().name()))));
        values.put("script", addresses.watchOrigin() + Element.path());
        values.put("integrity", Element.integrity());
        values.put("challenge", Json.MAPPER.writeValueAsString(challenge));
        values.put("id", created.challengeId().value());
        values.put("text", challenge.text());
        values.put("number", number);
        values.put("sms", device.mayText() ? form.of(challenge.smsLinks(), device) : false);
        values.put("smsForm", form.name().toLowerCase(Locale.ROOT));
        values.put("phone", device.isPhone());
        values.put("qr", "data:image/svg+xml;base64," + base64(challenge.qrSvg()));
        values.put("qrWords", language.say("qr", Map.of("number", number, "text", challenge.text())));
        values.put("action", action(created.context(), language));
        values.put("asked", asked(created, language));
        values.put("left", left(created, language));
        for (Ending ending : Ending.values()) {
            values.put("on_" + ending.word(), visit.back(ending));
        }
        return values;
    }

    private static String action(@Nullable ChallengeContext context, Language language) {
        @Nullable String action = context == null ? null : context.action();
        return action == null ? language.say("signIn") : action;
    }

    /** By which device, where and when: who has not asked for it is to notice. We do not know where the clock stands there. */
    private static Html asked(ChallengeCreated created, Language language) {
        Instant at = created.createdAt();
        String time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(language.locale())
                .withZone(ZoneOffset.UTC)
                .format(at);
        Html shown = new Html(
                "<bdi><time datetime=\"" + Json.format(at) + "\">" + Html.text(time + " UTC") + "</time></bdi>");
        @Nullable ChallengeContext context = created.context();
        String origin = context == null
                ? ""
                : Stream.of(context.device(), context.place())
                        .filter(Objects::nonNull)
                        .map(each -> Html.isolated(String.valueOf(each)).markup())
                        .collect(Collectors.joining(", "));
        return origin.isEmpty()
                ? language.sayHtml("askedAt", Map.of("time", shown))
                : language.sayHtml("asked", Map.of("origin", new Html(origin), "time", shown));
    }

    private Object left(ChallengeCreated created, Language language) {
        long seconds = Duration.between(now, created.expiresAt()).toSeconds();
        return seconds > 0 ? language.say("secondsLeft", Map.of("seconds", String.valueOf(seconds))) : false;
    }

    private static String base64(String svg) {
        return Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
    }
}
