/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpStatus.ACCEPTED;
import static org.springframework.http.HttpStatus.CREATED;
import static org.springframework.http.HttpStatus.OK;

import io.uptext.challenge.openapi.Document;
import io.uptext.challenge.openapi.Operation;
import io.uptext.challenge.openapi.Words;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.platform.view.ChallengeStatus;
import io.uptext.registry.Scope;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** All operations of the challenge service. What they and their fields mean, docs/api says, and nobody else. */
final class ApiDescription {

    private static final String CHALLENGES = "/v1/challenges";
    private static final String CHALLENGE = CHALLENGES + "/{id}";
    private static final Words WORDS = Words.of("challenges.md");

    static final List<Operation> OPERATIONS = List.of(
            Operation.of("createChallenge", POST, CHALLENGES, "Challenges", WORDS)
                    .needs(Scope.CREATE)
                    .repeatable()
                    .takes(Examples.REQUEST)
                    .answers(Answers.json(CREATED, Examples.NEW, Examples.LEFT), Examples.NEW)
                    .answers(Gate.problem(Examples.REFUSED)),
            Operation.of("readChallenge", GET, CHALLENGE, "Challenges", WORDS)
                    .needs(Scope.READ)
                    .on("id", ChallengeId.class)
                    .answers(Answers.json(OK, Examples.CONFIRMED), Examples.CONFIRMED),
            Operation.of("listChallenges", GET, CHALLENGES, "Challenges", WORDS)
                    .needs(Scope.READ)
                    .by("status", ChallengeStatus.class)
                    .by("limit", int.class)
                    .by("cursor", String.class)
                    .answers(Answers.json(OK, Examples.PAGE), Examples.PAGE),
            Operation.of("cancelChallenge", DELETE, CHALLENGE, "Challenges", WORDS)
                    .needs(Scope.CANCEL)
                    .on("id", ChallengeId.class)
                    .answers(Answers.json(OK, Examples.CANCELLED), Examples.CANCELLED)
                    .answers(Answers.json(ACCEPTED, Examples.PENDING), Examples.PENDING),
            Operation.of("redeemChallenge", POST, CHALLENGE + "/redemption", "Challenges", WORDS)
                    .needs(Scope.REDEEM)
                    .on("id", ChallengeId.class)
                    .repeatable()
                    .takes(Examples.REDEMPTION)
                    .answers(Answers.json(OK, Examples.REDEEMED), Examples.REDEEMED)
                    .answers(
                            Answers.json(OK, Examples.DISAVOWED),
                            Examples.DISAVOWED,
                            "field of the answer to `disavow`"),
            Operation.of("publicKeys", GET, "/.well-known/jwks.json", "Proofs", Words.of("proofs.md"))
                    .answers(RedemptionApi.publicKeys("{}"), Examples.KEYS));

    private ApiDescription() {}

    static ObjectNode document() {
        return Document.of(WORDS, OPERATIONS);
    }
}
