/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.stage;

import io.uptext.chaos.load.Party;
import java.net.URI;
import java.util.Map;

/**
 * Who is on a stage beside a broker and a Redis.
 *
 * @param program what a verifier is: {@link VerifierProgram}, or one that is wrong on purpose
 * @param verifiers how many
 * @param notifiers how many
 * @param webhooks where relying parties want to be told of outcomes
 */
public record Plan(Class<?> program, int verifiers, int notifiers, Map<Party, URI> webhooks) {

    public Plan {
        webhooks = Map.copyOf(webhooks);
    }
}
