/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.platform.json.Json;
import io.uptext.testkit.contract.Exchange;
import io.uptext.testkit.docs.Block;
import io.uptext.testkit.docs.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What the pages of docs/api and some others tell people to type does what they say: each page's commands run in one shell, top down.
 * A block that nobody can run says so behind its fence: {@code sh not-run}.
 */
class DocumentedCommandsTests {

    private static final Path DOCS = Path.of("..", "docs");
    private static final Pattern CURL = Pattern.compile("(?m)(?:^|[|;(&] *)curl ");
    private static final String RUN = "sh";
    private static final String NOT_RUN = "sh not-run";

    /** Those whose commands are run. */
    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(markdown(DOCS.resolve("api")));
        pages.add(DOCS.resolve("registry.md"));
        pages.add(DOCS.resolve("webhooks.md"));
        pages.add(DOCS.resolve("events.md"));
        return pages;
    }

    private static List<Path> markdown(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    /** The pages name one number, and few challenges may be open for one. */
    @BeforeEach
    void endWhatOtherTestsHaveLeftOpen() {
        String key = Running.STACK.secrets().acmeKey();
        JsonNode pending = Json.MAPPER.readTree(Running.api("GET", "/v1/challenges?status=pending&limit=100", key, "")
                .body());
        pending.path("challenges").forEach(challenge -> {
            String path = "/v1/challenges/" + challenge.path("id").asString();
            assertThat(Running.api("DELETE", path, key, "").statusCode()).isEqualTo(200);
        });
    }

    @ParameterizedTest
    @MethodSource("pages")
    void the_commands_of_a_page_can_be_run_as_they_stand(Path file, @TempDir Path folder) throws Exception {
        List<Block.Code> blocks = commands(file);
        String script = blocks.stream().map(Block.Code::text).collect(Collectors.joining("\n"));
        Shell.Outcome outcome = Shell.beside(Running.STACK, folder).run(script);

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.exchanges())
                .as("every curl has been run")
                .hasSize((int) CURL.matcher(script).results().count())
                .allSatisfy(DocumentedCommandsTests::assertGood);
    }

    private static void assertGood(Exchange exchange) {
        assertThat(exchange.status()).as(exchange.toString()).isBetween(200, 299);
        assertThat(Contract.API.objections(exchange)).isEmpty();
    }

    @Test
    void the_page_of_challenges_signs_in(@TempDir Path folder) throws Exception {
        String script = commands(DOCS.resolve("api/challenges.md")).stream()
                .map(Block.Code::text)
                .collect(Collectors.joining("\n"));
        Shell.Outcome outcome = Shell.beside(Running.STACK, folder).run(script);

        assertThat(outcome.exchanges())
                .extracting(each -> Contract.API
                        .operation(each.method(), each.path())
                        .map(operation -> operation.path("operationId").asString() + " " + each.status())
                        .orElse(each.path()))
                .containsExactlyInAnyOrder(
                        "createChallenge 201",
                        "readChallenge 200",
                        "listChallenges 200",
                        "/messages",
                        "redeemChallenge 200",
                        "createChallenge 201",
                        "cancelChallenge 200");
    }

    @Test
    void the_curl_that_the_quickstart_prints_creates_a_challenge(@TempDir Path folder) throws Exception {
        String greeting = Greeting.of(Running.STACK, folder, List.of());
        String command = greeting.lines()
                .map(String::strip)
                .dropWhile(line -> !line.startsWith("curl "))
                .takeWhile(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        Shell.Outcome outcome = Shell.beside(Running.STACK, folder).run(command);

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.exchanges()).singleElement().satisfies(DocumentedCommandsTests::assertGood);
    }

    /** A new one is run, or deliberately not; a curl anywhere else is a mistake. */
    @Test
    void no_command_is_left_out() throws IOException {
        List<Path> run = pages();
        List<Path> all = new ArrayList<>(markdown(DOCS));
        all.add(Path.of("..", "README.md"));
        for (Path file : all) {
            assertThat(Page.read(file).all(Block.Code.class))
                    .as("%s: a block with curl is 'sh' on a page that is run, or 'sh not-run'", file)
                    .allMatch(block -> isRunOrMarked(block, run.contains(file)));
        }
    }

    private static boolean isRunOrMarked(Block.Code block, boolean isPageRun) {
        return !CURL.matcher(block.text()).find()
                || (isPageRun && block.info().equals(RUN))
                || block.info().equals(NOT_RUN);
    }

    /** Those whose forms the API's document has: it is challenge-service's. */
    static List<Path> pagesOfTheDocument() throws IOException {
        return pages().stream()
                .filter(page -> !page.equals(DOCS.resolve("api/webhooks.md")))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pagesOfTheDocument")
    void json_on_a_page_is_of_a_form_that_the_API_has(Path file) throws IOException {
        Page.read(file)
                .all(Block.Code.class)
                .filter(block -> block.info().equals("json"))
                .forEach(block -> assertThat(Contract.API.schemas().valueStream())
                        .as("%s, line %d", file, block.line())
                        .anyMatch(schema ->
                                Contract.API.objections(schema, block.text()).isEmpty()
                                        && !Json.MAPPER.readTree(block.text()).isEmpty()));
    }

    private static List<Block.Code> commands(Path file) throws IOException {
        return Page.read(file)
                .all(Block.Code.class)
                .filter(block -> block.info().equals(RUN))
                .toList();
    }
}
