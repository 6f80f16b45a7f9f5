/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.registry.RelyingParty.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one relying party, all but its keys. */
final class PartyReading {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}\\p{P}\\p{S}]+( [\\p{L}\\p{N}\\p{P}\\p{S}]+)*");
    private static final int LONGEST_NAME = 40;

    private PartyReading() {}

    /** The party of a section, or empty where what must be there is missing or wrong. */
    static Optional<RelyingParty> read(Section section) {
        String word = section.path().substring(section.path().indexOf('.') + 1);
        Optional<RelyingPartyId> id = id(section, word);
        Optional<String> keyword = KeywordReading.read(section);
        Optional<Destination> destination = section.required("destination").flatMap(text -> destination(section, text));
        String name = section.text("name").filter(text -> isName(section, text)).orElse(word);
        Mode mode = section.choice("mode", Mode.EITHER);
        RouteTrust trust =
                section.oneOf("minimum-route-trust", PartyReading::routeTrust, "T0, T1, T2 or T3", RouteTrust.T2);
        WrongPhonePolicy onWrongPhone = section.choice("on-wrong-phone", WrongPhonePolicy.REPORT);
        ValidityPolicy validity = ValidityReading.read(section.section("validity"));
        CodeForm code = code(section, mode);
        SubjectPolicy subject = section.choice("subject", SubjectPolicy.MSISDN);
        List<WebOrigin> origins = OriginsReading.read(section);
        List<Webhook> webhooks = WebhooksReading.read(section);
        boolean topic = section.flag("topic", false);
        Limits limits = LimitsReading.read(section.section("limits"));
        if (id.isEmpty() || keyword.isEmpty() || destination.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new RelyingParty(
                id.get(),
                name,
                keyword.get(),
                destination.get(),
                mode,
                trust,
                onWrongPhone,
                validity,
                code,
                subject,
                origins,
                webhooks,
                topic,
                limits));
    }

    private static Optional<RelyingPartyId> id(Section section, String word) {
        try {
            return Optional.of(new RelyingPartyId(word));
        } catch (IllegalArgumentException e) {
            section.wrong("", "must be named by 1 to 40 lower-case letters, digits and inner dashes");
            return Optional.empty();
        }
    }

    private static boolean isName(Section section, String name) {
        boolean is = name.length() <= LONGEST_NAME && NAME.matcher(name).matches();
        if (!is) {
            section.wrong("name", "must be 1 to 40 characters that can be seen, with single spaces between them");
        }
        return is;
    }

    private static Optional<Destination> destination(Section section, String spelled) {
        try {
            return Optional.of(Destination.parse(spelled));
        } catch (IllegalArgumentException e) {
            section.wrong(
                    "destination", "must be a short code of 3 to 8 digits or an E.164 number, in quotes: " + spelled);
            return Optional.empty();
        }
    }

    private static CodeForm code(Section section, Mode mode) {
        CodeForm code = section.choice("code", CodeForm.SHORT);
        if (code.isForBoundModeOnly() && mode != Mode.BOUND) {
            section.wrong(
                    "code",
                    "may be digits only with mode: bound, for codes of digits are few: without a number, whoever guesses one "
                            + "confirms");
            return CodeForm.SHORT;
        }
        return code;
    }

    private static Optional<RouteTrust> routeTrust(String word) {
        return Arrays.stream(RouteTrust.values())
                .filter(each -> each.name().equals(word))
                .findFirst();
    }
}
