/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.uptext.contracts.event.ReturnTo;
import io.uptext.platform.http.Problem;
import io.uptext.platform.http.ProblemException;
import io.uptext.platform.json.Json;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.SubjectPolicy;
import io.uptext.registry.WebOrigin;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnUrlTests {

    private static final RelyingParty ACME = SomeParty.of(
            SubjectPolicy.MSISDN, "https://acme.example", "https://login.acme.example:8443", "http://localhost:9000");
    private static final BrowserAddresses WITH_PAGE = addresses(new WebOrigin("https://sms.example.com"));
    private static final BrowserAddresses WITHOUT_PAGE = addresses(null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://acme.example",
                "https://acme.example/",
                "https://acme.example?from=text",
                "https://login.acme.example:8443/return?from=text",
                "http://localhost:9000/return",
            })
    void a_url_of_one_of_the_registered_origins_is_taken_as_it_is(String url) {
        assertThat(wished(url, "a b", WITH_PAGE)).isEqualTo(new ReturnTo(url, "a b"));
        assertThat(wished(url, null, WITH_PAGE)).isEqualTo(new ReturnTo(url, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "https://acme.example.evil.example/",
                "https://acme.example:8443/",
                "https://acme.example:443/",
                "https://login.acme.example/",
                "http://acme.example/",
                "https://localhost:9000/",
                "http://localhost:90000/",
                "https://acme.example-evil.example/",
            })
    void a_url_of_another_origin_is_refused(String url) {
        assertThat(refusal(url, null, WITH_PAGE))
                .isEqualTo("returnUrl must begin with one of your origins, letter by letter as the registry has it.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/return",
                "//acme.example/",
                "https://acme.example@evil.example/",
                "https://user:password@acme.example/",
                "https://acme.example\\.evil.example/",
                "http://localhost:9000.evil.example/",
                "https://acme.example/#here",
                "https://acme.example/a b",
                "https://ACME.example/",
                "javascript:alert(1)",
                "data:text/html,hello",
            })
    void what_is_no_plain_absolute_url_is_refused(String url) {
        assertThat(refusal(url, null, WITH_PAGE))
                .startsWith("returnUrl must be an absolute URL of up to 512 characters");
    }

    @Test
    void what_is_too_long_is_refused() {
        assertThat(refusal("https://acme.example/" + "a".repeat(492), null, WITH_PAGE))
                .startsWith("returnUrl must be an absolute URL of up to 512 characters");
    }

    @Test
    void our_names_in_its_query_are_refused() {
        assertThat(refusal("https://acme.example/?status=confirmed", null, WITH_PAGE))
                .startsWith("returnUrl must not have challenge, status or state in its query");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "å", "a\nb"})
    void a_state_that_is_not_printable_ascii_is_refused(String state) {
        assertThat(refusal("https://acme.example/", state, WITH_PAGE))
                .isEqualTo("state must be 1 to 256 printable characters of ASCII.");
    }

    @Test
    void a_state_alone_is_refused() {
        assertThat(refusal(null, "a", WITH_PAGE)).startsWith("state must be absent without returnUrl");
    }

    @Test
    void without_a_page_there_is_no_way_back() {
        assertThat(refusal("https://acme.example/", null, WITHOUT_PAGE))
                .startsWith("returnUrl must be absent: there is no hosted page here");
        assertThat(wished(null, null, WITHOUT_PAGE)).isNull();
        assertThat(wished(null, null, WITH_PAGE)).isNull();
    }

    private static @Nullable ReturnTo wished(@Nullable String url, @Nullable String state, BrowserAddresses addresses) {
        Map<String, String> fields = new HashMap<>();
        if (url != null) {
            fields.put("returnUrl", url);
        }
        if (state != null) {
            fields.put("state", state);
        }
        byte[] body = Json.MAPPER.writeValueAsString(fields).getBytes(UTF_8);
        return ChallengeRequest.parse(body).wish(ACME, addresses).returnTo();
    }

    private static String refusal(@Nullable String url, @Nullable String state, BrowserAddresses addresses) {
        String[] detail = new String[1];
        assertThatThrownBy(() -> wished(url, state, addresses))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.problem()).isEqualTo(Problem.INVALID_REQUEST);
                    detail[0] = problem.detail();
                });
        return detail[0];
    }

    private static BrowserAddresses addresses(@Nullable WebOrigin page) {
        return new BrowserAddresses(URI.create("https://watch.example.com/v1/watch"), page);
    }
}
