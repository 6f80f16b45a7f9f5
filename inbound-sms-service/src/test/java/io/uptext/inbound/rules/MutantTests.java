/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.rules;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.http.Ingress;
import io.uptext.inbound.http.RecordingSink;
import io.uptext.inbound.http.Simulated;
import io.uptext.simulator.SimulatedRequest;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.test.web.reactive.server.WebTestClient;

/** A good request passes, and 200 mutants of it are refused by the real routes, whichever provider it is from. */
class MutantTests {

    private static final int MUTANTS = 200;

    static Stream<Setup> setups() {
        return Setups.all().stream();
    }

    @ParameterizedTest
    @MethodSource("setups")
    void twoHundredMutantsOfAGoodRequestAreRefusedAndChangeNothing(Setup setup) {
        long seed = Seeds.next(setup.title());
        Random random = new Random(seed);
        RecordingSink sink = new RecordingSink();
        WebTestClient client = Ingress.client(sink, List.of(setup.connector()));
        SimulatedRequest good = setup.request(Ingress.NOW);
        assertThat(status(client, good)).as("the good request").isEqualTo(200);
        assertThat(sink.all()).hasSize(1);

        List<Mutation> mutations = Mutations.of(setup, good);
        for (int number = 0; number < MUTANTS; ) {
            Mutation mutation = mutations.get(number % mutations.size());
            SimulatedRequest mutant = mutation.change().of(good, random);
            if (!Mutations.differ(good, mutant)) {
                mutations = replaced(mutations, mutation, random);
                continue;
            }
            assertRefused(setup, good, mutant, client, "seed " + seed + ", mutant " + number + ": " + mutation);
            assertThat(sink.all()).hasSize(1);
            number++;
        }
    }

    /** Where a mutation has nothing to change, one that has takes its place. */
    private static List<Mutation> replaced(List<Mutation> mutations, Mutation idle, Random random) {
        List<Mutation> others =
                mutations.stream().filter(each -> !each.equals(idle)).toList();
        return mutations.stream()
                .map(each -> each.equals(idle) ? others.get(random.nextInt(others.size())) : each)
                .toList();
    }

    private static void assertRefused(
            Setup setup, SimulatedRequest good, SimulatedRequest mutant, WebTestClient client, String description) {
        int status = status(client, mutant);
        if (status == 200) {
            assertThat(setup.excuse(good, mutant))
                    .as(description)
                    .hasValueSatisfying(part -> assertThat(part).isNotEqualTo(Uncovered.MESSAGE));
            assertThat(published(setup, mutant)).as(description).isEqualTo(published(setup, good));
        } else {
            assertThat(status).as(description).isEqualTo(401);
        }
    }

    static Stream<Setup> setupsThatSignNoMessage() {
        return setups().filter(setup -> setup.uncovered().contains(Uncovered.MESSAGE));
    }

    @ParameterizedTest
    @MethodSource("setupsThatSignNoMessage")
    void whatASchemeDoesNotSignItsNonceBindsToTheFirstRequest(Setup setup) {
        SimulatedRequest good = setup.request(Ingress.NOW);
        SimulatedRequest other = withAnotherSender(good);
        RecordingSink sink = new RecordingSink();
        WebTestClient client = Ingress.client(sink, List.of(setup.connector()));

        assertThat(status(client, good)).isEqualTo(200);
        assertThat(status(client, other)).isEqualTo(401);
        assertThat(status(client, good)).isEqualTo(200);
        assertThat(sink.all()).hasSize(1);

        // Whoever comes first has the nonce: it is the signature that leaves this open, and nobody sees a nonce before
        // we do.
        WebTestClient fresh = Ingress.client(new RecordingSink(), List.of(setup.connector()));
        assertThat(status(fresh, other)).isEqualTo(200);
        assertThat(status(fresh, good)).isEqualTo(401);
    }

    private static SimulatedRequest withAnotherSender(SimulatedRequest good) {
        String body = new String(good.body(), ISO_8859_1);
        assertThat(body).contains("46701234567");
        return good.withBody(body.replace("46701234567", "46701234568").getBytes(ISO_8859_1));
    }

    /** What becomes of a request that nothing came before. */
    private static List<RecordingSink.Taken> published(Setup setup, SimulatedRequest request) {
        RecordingSink sink = new RecordingSink();
        assertThat(status(Ingress.client(sink, List.of(setup.connector())), request))
                .isEqualTo(200);
        return sink.all();
    }

    private static int status(WebTestClient client, SimulatedRequest request) {
        return Simulated.send(client, request)
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }
}
