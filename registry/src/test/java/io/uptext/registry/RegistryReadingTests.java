/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.vocabulary.ApiKey;
import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.platform.file.InvalidFileException;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a registry may say, and what is said of one that may not. */
class RegistryReadingTests {

    private static final String SECRET = "0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final String ONE = "upk_one_" + SECRET;
    private static final String TWO = "upk_two_" + SECRET;

    private static final String LEAST = """
            relying-parties:
              acme:
                keyword: ACME LOGIN
                destination: "50500"
                keys:
                  - id: one
                    hash: HASH-OF-ONE
            """;

    private static final String WHOLE = """
            relying-parties:
              acme:
                name: Acme Bank, Göteborg
                keyword: ACME LOGIN
                destination: "+46701234567"
                mode: bound
                minimum-route-trust: T3
                on-wrong-phone: deny
                validity:
                  shortest: PT1M
                  default: PT2M
                  longest: PT5M
                code: digits
                subject: pairwise
                origins: ["https://acme.example", "http://localhost:8080"]
                webhooks:
                  - id: outcomes
                    url: https://hooks.acme.example/uptext?token=a1b2
                topic: true
                limits:
                  creations-per-minute: 6000
                  creations-per-number: 7
                  open-per-number: 2
                  creations-per-end-user: 30
                  outstanding: 500
                keys:
                  - id: one
                    hash: HASH-OF-ONE
                  - id: two
                    hash: HASH-OF-TWO
                    scopes: [read, cancel]
            """;

    @Test
    void what_is_left_out_has_a_default() throws Exception {
        Caller caller = read(LEAST).authenticate(ONE).orElseThrow();

        assertThat(caller.scopes()).isEqualTo(EnumSet.allOf(Scope.class));
        assertThat(caller.party())
                .isEqualTo(new RelyingParty(
                        new RelyingPartyId("acme"),
                        "acme",
                        "ACME LOGIN",
                        new Destination("50500"),
                        RelyingParty.Mode.EITHER,
                        RouteTrust.T2,
                        WrongPhonePolicy.REPORT,
                        ValidityPolicy.DEFAULT,
                        CodeForm.SHORT,
                        SubjectPolicy.MSISDN,
                        List.of(),
                        List.of(),
                        false,
                        Limits.DEFAULT));
    }

    @Test
    void everything_can_be_said() throws Exception {
        RelyingParties parties = read(WHOLE);

        assertThat(parties.count()).isEqualTo(1);
        Caller caller = parties.authenticate(TWO).orElseThrow();
        assertThat(caller.may(Scope.READ)).isTrue();
        assertThat(caller.may(Scope.CREATE)).isFalse();
        assertThat(caller.party())
                .isEqualTo(parties.authenticate(ONE).orElseThrow().party())
                .isEqualTo(new RelyingParty(
                        new RelyingPartyId("acme"),
                        "Acme Bank, Göteborg",
                        "ACME LOGIN",
                        new Destination("+46701234567"),
                        RelyingParty.Mode.BOUND,
                        RouteTrust.T3,
                        WrongPhonePolicy.DENY,
                        new ValidityPolicy(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(5)),
                        CodeForm.DIGITS,
                        SubjectPolicy.PAIRWISE,
                        List.of(new WebOrigin("https://acme.example"), new WebOrigin("http://localhost:8080")),
                        List.of(new Webhook("outcomes", URI.create("https://hooks.acme.example/uptext?token=a1b2"))),
                        true,
                        new Limits(6000, 7, 2, 30, 500)));
    }

    @Test
    void a_client_of_an_authorization_server_may_do_what_registry_and_token_both_say() throws Exception {
        RelyingParties parties = read(
                LEAST
                        + "    oauth-clients:\n      - id: acme-backend\n        scopes: [read, cancel]\n      - id: acme-other\n");

        assertThat(parties.client("acme-backend", Set.of("uptext:read", "uptext:create", "read", "profile")))
                .hasValueSatisfying(caller -> assertThat(caller.scopes()).containsExactly(Scope.READ));
        assertThat(parties.client("acme-backend", Set.of()))
                .hasValueSatisfying(caller -> assertThat(caller.scopes()).isEmpty());
        assertThat(parties.client("acme-other", Set.of("uptext:redeem")))
                .hasValueSatisfying(
                        caller -> assertThat(caller.may(Scope.REDEEM)).isTrue());
        assertThat(parties.client("stranger", Set.of("uptext:read"))).isEmpty();
    }

    @Test
    void a_client_alone_is_enough_and_nobody_at_all_is_not() throws Exception {
        String party = LEAST.substring(0, LEAST.indexOf("    keys:"));
        assertThat(read(party + "    oauth-clients: [{id: acme-backend}]\n").count())
                .isEqualTo(1);
        assertThatThrownBy(() -> read(party))
                .hasMessageContaining("relying-parties.acme.keys is missing, and so is oauth-clients");
        assertThatThrownBy(() -> read(party + "    oauth-clients: [{id: a}, {id: a}]\n"))
                .hasMessageContaining("relying-parties.acme.oauth-clients[1].id is that of another client too");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "upk_one_",
                "upk_one",
                "upk_one_0123456789abcdef0123456789abcdef0123456789abcdee",
                "upk_two_0123456789abcdef0123456789abcdef0123456789abcdef",
                "upk__0123456789abcdef0123456789abcdef0123456789abcdef",
                "UPK_one_0123456789abcdef0123456789abcdef0123456789abcdef",
                "upk_one_0123456789abcdef0123456789abcdef0123456789abcdef ",
                "0123456789abcdef0123456789abcdef0123456789abcdef"
            })
    void nothing_but_the_whole_key_authenticates(String key) throws Exception {
        assertThat(read(LEAST).authenticate(key)).isEmpty();
    }

    /** With {@code |} for the end of a line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "keyword: ACME LOGIN; keyword: acme; relying-parties.acme.keyword must be 1 to 40 upper-case letters,",
                "keyword: ACME LOGIN; keyword: ACME  LOGIN; relying-parties.acme.keyword must be 1 to 40 upper-case",
                "keyword: ACME LOGIN; keyword: ACMÉ; relying-parties.acme.keyword must be 1 to 40 upper-case letters,",
                "keyword: ACME LOGIN; keyword: LONG LONG LONG LONG LONG LONG LONG LONG S; relying-parties.acme.keyword must",
                "keyword: ACME LOGIN; keyword: STOP ACME; relying-parties.acme.keyword looks like a code, or is one that",
                "keyword: ACME LOGIN; keyword: HELP; relying-parties.acme.keyword looks like a code, or is one that",
                "keyword: ACME LOGIN; keyword: ACME 7KQ4 M2XH C; relying-parties.acme.keyword looks like a code, or is one",
                "keyword: ACME LOGIN; keyword: [ACME]; relying-parties.acme.keyword must be a text",
                "- id: one; - id: 12345678; relying-parties.acme.keys[0].id must be a text, in quotes",
                "destination: \"50500\"; destination: 50500; relying-parties.acme.destination must be a text, in quotes",
                "keyword: ACME LOGIN; keyword:; relying-parties.acme.keyword is missing",
                "keyword: ACME LOGIN; keywrod: ACME LOGIN; relying-parties.acme.keyword is missing",
                "keyword: ACME LOGIN; keywrod: ACME LOGIN; relying-parties.acme.keywrod is no setting; there are destination,",
                "destination: \"50500\"; destination: \"12\"; relying-parties.acme.destination must be a short code",
                "destination: \"50500\"; name:; relying-parties.acme.destination is missing",
                "destination: \"50500\"; destination: \"50500\"|    mode: both; relying-parties.acme.mode must be bound, open or",
                "destination: \"50500\"; destination: \"50500\"|    name: \" x\"; relying-parties.acme.name must be 1 to 40",
                "destination: \"50500\"; destination: \"50500\"|    name: \"a\\u202eb\"; relying-parties.acme.name must be 1 to 40",
                "destination: \"50500\"; destination: \"50500\"|    minimum-route-trust: T9; relying-parties.acme.minimum-route-trust must be T0,",
                "destination: \"50500\"; destination: \"50500\"|    on-wrong-phone: shout; relying-parties.acme.on-wrong-phone must be report or deny",
                "destination: \"50500\"; destination: \"50500\"|    validity: {longest: PT1H}; relying-parties.acme.validity.default does not fit",
                "destination: \"50500\"; destination: \"50500\"|    validity: {longest: 5m}; relying-parties.acme.validity.longest must be a duration",
                "destination: \"50500\"; destination: \"50500\"|    validity: {shortest: PT29S}; relying-parties.acme.validity.default does not fit",
                "destination: \"50500\"; destination: \"50500\"|    validity: 5; relying-parties.acme.validity must consist of settings",
                "destination: \"50500\"; destination: \"50500\"|    code: words; relying-parties.acme.code must be short, long or digits: words",
                "destination: \"50500\"; destination: \"50500\"|    code: digits; relying-parties.acme.code may be digits only with mode: bound, for codes of digits are few",
                "destination: \"50500\"; destination: \"50500\"|    mode: open|    code: digits; relying-parties.acme.code may be digits only with mode: bound",
                "destination: \"50500\"; destination: \"50500\"|    code: 8; relying-parties.acme.code must be a text",
                "destination: \"50500\"; destination: \"50500\"|    subject: pseudonym; relying-parties.acme.subject must be msisdn or pairwise: pseudonym",
                "destination: \"50500\"; destination: \"50500\"|    origins: https://acme.example; relying-parties.acme.origins must be a list",
                "destination: \"50500\"; destination: \"50500\"|    origins: [https://acme.example/]; relying-parties.acme.origins must be as browsers write an origin, in lower case, without a path",
                "destination: \"50500\"; destination: \"50500\"|    origins: [http://acme.example]; relying-parties.acme.origins must begin with https://, but for http://localhost",
                "destination: \"50500\"; destination: \"50500\"|    origins: [https://acme.example, https://acme.example]; relying-parties.acme.origins has one twice: https://acme.example",
                "destination: \"50500\"; destination: \"50500\"|    webhooks: [https://acme.example]; relying-parties.acme.webhooks[0] must consist of settings, each with a name",
                "destination: \"50500\"; destination: \"50500\"|    webhooks: [{url: https://acme.example}]; relying-parties.acme.webhooks[0].id is missing",
                "destination: \"50500\"; destination: \"50500\"|    webhooks: [{id: one}]; relying-parties.acme.webhooks[0].url is missing",
                "destination: \"50500\"; destination: \"50500\"|    webhooks: [{id: One, url: https://acme.example}]; relying-parties.acme.webhooks[0].id must be 1 to 40 lower-case letters",
                "destination: \"50500\"; destination: \"50500\"|    webhooks: [{id: one, url: http://acme.example}]; relying-parties.acme.webhooks[0].url must begin with https://",
                "destination: \"50500\"; destination: \"50500\"|    webhooks: [{id: one, url: https://10.0.0.1/}]; relying-parties.acme.webhooks[0].url must name a host of the public internet",
                "destination: \"50500\"; destination: \"50500\"|    webhooks: [{id: a, url: https://acme.example}, {id: a, url: https://acme.example}]; relying-parties.acme.webhooks[1].id is that of another webhook too",
                "destination: \"50500\"; destination: \"50500\"|    webhooks: [{id: a, url: https://acme.example, secret: x}]; relying-parties.acme.webhooks[0].secret is no setting; there are id, url",
                "destination: \"50500\"; destination: \"50500\"|    limits: {open-per-number: 4}; relying-parties.acme.limits.open-per-number must be a whole number from 1 to 3",
                "destination: \"50500\"; destination: \"50500\"|    limits: {outstanding: 0}; relying-parties.acme.limits.outstanding must be a whole number from 1 to 1000000",
                "destination: \"50500\"; destination: \"50500\"|    limits: {creations-per-number: ten}; relying-parties.acme.limits.creations-per-number must be a whole number",
                "destination: \"50500\"; destination: \"50500\"|    limits: {creations-per-minute: 0.5}; relying-parties.acme.limits.creations-per-minute must be a whole number",
                "destination: \"50500\"; destination: \"50500\"|    topic: yes please; relying-parties.acme.topic must be true or false",
                "destination: \"50500\"; destination: \"50500\"|    limits: {creations: 5}; relying-parties.acme.limits.creations is no setting; there are creations-per-end-user,",
                "acme:; Acme!:; relying-parties.Acme! must be named by 1 to 40 lower-case letters",
                "- id: one; - id: One; relying-parties.acme.keys[0].id must be what stands between the underscores",
                "- id: one; - name: one; relying-parties.acme.keys[0].id is missing",
                "- id: one; - id: one|        scopes: [create, drop]; relying-parties.acme.keys[0].scopes has one that there is not: drop; there are create, read, cancel, redeem, webhooks, events",
                "hash: HASH-OF-ONE; hash: upk_one; relying-parties.acme.keys[0].hash must be the SHA-256 of the key,",
                "relying-parties:; parties:; relying-parties is missing or empty",
                "relying-parties:; parties:; parties is no setting; there are relying-parties",
                "acme:; acme: [|; this is no YAML, or a setting stands twice, at line ",
                "keyword: ACME LOGIN; keyword: ACME LOGIN|    keyword: OTHER; this is no YAML, or a setting stands twice",
            })
    void a_mistake_is_said_in_a_sentence(String right, String wrong, String sentence) {
        assertThat(LEAST).contains(right);

        assertThatThrownBy(() -> read(LEAST.replace(right, wrong.replace('|', '\n'))))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "[]", "relying-parties: {}", "relying-parties: []", "null", "5"})
    void a_file_without_anybody_is_refused(String yaml) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(InvalidFileException.class);
    }

    @Test
    void all_mistakes_are_said_at_once() {
        String yaml = LEAST.replace("ACME LOGIN", "acme").replace("50500", "5");

        assertThatThrownBy(() -> read(yaml))
                .message()
                .satisfies(message -> assertThat(message.lines()).hasSize(2));
    }

    @Test
    void a_short_code_serves_several_parties_by_distinct_keywords_only() throws Exception {
        String other = """
              other:
                keyword: ACME LOGIN
                destination: "50500"
                keys: [{id: two, hash: HASH-OF-TWO}]
            """.indent(0);

        assertThatThrownBy(() -> read(LEAST + other))
                .hasMessage("relying-parties.other.keyword is that of acme too, at the same destination: "
                        + "people could not tell them apart");
        assertThat(read(LEAST + other.replace("ACME LOGIN", "OTHER")).count()).isEqualTo(2);
        assertThat(read(LEAST + other.replace("50500", "50501")).count()).isEqualTo(2);
    }

    /** Texts are told apart by their codes: a keyword is for people, and plays no part in the join. */
    @Test
    void one_keyword_may_begin_like_another() throws Exception {
        String other = """
              other:
                keyword: ACME LOGIN NOW
                destination: "50500"
                keys: [{id: two, hash: HASH-OF-TWO}]
            """.indent(0);

        assertThat(read(LEAST + other).count()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:9000/hook?token=a1b2", "http://127.0.0.1:9000", "http://127.0.0.1"})
    void a_developer_may_have_a_webhook_on_this_machine(String url) throws Exception {
        RelyingParties parties = read(LEAST + "    webhooks: [{id: a, url: \"" + url + "\"}]\n");

        assertThat(parties.all())
                .singleElement()
                .satisfies(party -> assertThat(party.webhooks()).containsExactly(new Webhook("a", URI.create(url))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.2", "http://[::1]", "http://10.0.0.1", "http://localhost.", "http://127.1"})
    void nobody_has_one_on_another_private_machine(String url) {
        assertThatThrownBy(() -> read(LEAST + "    webhooks: [{id: a, url: \"" + url + "\"}]\n"))
                .hasMessageContaining("webhooks[0].url must begin with https://");
    }

    @Test
    void what_is_wrong_with_a_webhook_is_said_without_its_url() {
        String webhook = "    webhooks: [{id: a, url: \"https://acme.local/?token=a1b2\"}]\n";

        assertThatThrownBy(() -> read(LEAST + webhook)).hasMessageNotContaining("a1b2");
    }

    @Test
    void no_two_keys_have_the_same_id_or_the_same_hash() {
        String other = """
              other:
                keyword: OTHER
                destination: "50500"
                keys: [{id: two, hash: HASH-OF-TWO}]
            """.indent(0);

        assertThatThrownBy(() -> read(LEAST + other.replace("id: two", "id: one")))
                .hasMessage("relying-parties.other.keys[0].id is that of another key too");
        assertThatThrownBy(() -> read(LEAST + other.replace("HASH-OF-TWO", "HASH-OF-ONE")))
                .hasMessage("relying-parties.other.keys[0].hash is that of another key too");
    }

    @Test
    void keys_do_not_show_their_secrets() {
        assertThat(ApiKey.parse(ONE).orElseThrow()).hasToString("upk_one_***");
    }

    private static RelyingParties read(String yaml) throws InvalidFileException {
        return RegistryReading.read(withHashes(yaml).getBytes(UTF_8));
    }

    private static String withHashes(String yaml) {
        return yaml.replace("HASH-OF-ONE", ApiKey.parse(ONE).orElseThrow().hash())
                .replace("HASH-OF-TWO", ApiKey.parse(TWO).orElseThrow().hash());
    }
}
