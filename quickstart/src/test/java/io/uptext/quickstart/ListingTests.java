/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.uptext.platform.json.Json;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a relying party sees when it asks for its challenges without knowing their names. */
class ListingTests {

    @Test
    void all_are_found_page_by_page_the_newest_first_and_each_once() {
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            created.addFirst(Running.create("{}").path("id").asString());
        }

        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = list("?limit=3" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            assertThat(page.path("challenges").size()).isLessThanOrEqualTo(3);
            page.path("challenges").forEach(each -> seen.add(each.path("id").asString()));
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());

        assertThat(seen).doesNotHaveDuplicates().containsAll(created);
        assertThat(seen.stream().filter(created::contains)).containsExactlyElementsOf(byTime(created));
    }

    /** Two of one millisecond come in the order of their names. */
    private static List<String> byTime(List<String> ids) {
        return ids.stream()
                .sorted((one, other) -> {
                    int byTime = createdAt(other).compareTo(createdAt(one));
                    return byTime == 0 ? one.compareTo(other) : byTime;
                })
                .toList();
    }

    private static String createdAt(String id) {
        return Json.MAPPER
                .readTree(Running.api("GET", "/v1/challenges/" + id, key(), "").body())
                .path("createdAt")
                .asString();
    }

    @Test
    void a_status_selects() {
        JsonNode challenge = Running.create("{}");
        String id = challenge.path("id").asString();
        assertThat(ids("?limit=100&status=pending")).contains(id);

        assertThat(Running.api("DELETE", "/v1/challenges/" + id, key(), "").statusCode())
                .isIn(200, 202);

        await().untilAsserted(
                        () -> assertThat(ids("?limit=100&status=cancelled")).contains(id));
        assertThat(ids("?limit=100&status=pending")).doesNotContain(id);
    }

    @Test
    void another_relying_party_sees_none_of_them() {
        String id = Running.create("{}").path("id").asString();

        HttpResponse<String> others = Running.api(
                "GET", "/v1/challenges?limit=100", Running.STACK.secrets().otherKey(), "");

        assertThat(others.statusCode()).isEqualTo(200);
        assertThat(others.body()).doesNotContain(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?limit=0",
                "?limit=101",
                "?limit=-1",
                "?limit=1e2",
                "?limit=",
                "?limit=99999999999999999999",
                "?status=open",
                "?status=PENDING",
                "?status=",
                "?cursor=",
                "?cursor=%00",
                "?cursor=MTIzNC5jaGxfeA",
                "?limit=1&limit=2",
                "?token=x"
            })
    void what_cannot_be_meant_is_refused(String query) {
        HttpResponse<String> answer = Running.api("GET", "/v1/challenges" + query, key(), "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("urn:uptext:problem:invalid-request");
    }

    private static List<String> ids(String query) {
        List<String> ids = new ArrayList<>();
        list(query).path("challenges").forEach(each -> ids.add(each.path("id").asString()));
        return ids;
    }

    private static JsonNode list(String query) {
        HttpResponse<String> answer = Running.api("GET", "/v1/challenges" + query, key(), "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.MAPPER.readTree(answer.body());
    }

    private static String key() {
        return Running.STACK.secrets().acmeKey();
    }
}
