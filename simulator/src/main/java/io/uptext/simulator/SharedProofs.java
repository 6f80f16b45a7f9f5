/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** The proofs that are not a provider's own. */
final class SharedProofs {

    private SharedProofs() {}

    static SimulatedRequest add(SimulatedRequest request, Account account) {
        return switch (account.proof()) {
            case SIGNATURE, NONE -> request;
            case BASIC ->
                request.with(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString(account.secret().getBytes(UTF_8)));
            case HEADER -> request.with(account.option("header", "X-Uptext-Secret"), account.secret());
            case QUERY -> request.withParameter(account.option("parameter", "secret"), account.secret());
        };
    }
}
