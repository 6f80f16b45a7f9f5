/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.quickstart.phone.Phone;
import java.nio.file.Path;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What the quickstart tells whoever started it. */
final class Greeting {

    private Greeting() {}

    static String of(Stack stack, Path file) {
        Addresses addresses = stack.addresses();
        String inbound = Addresses.url(addresses.inbound()) + "/v1/inbound/";
        return """

                ============================================================================
                 DEMO MODE. SECRETS ARE PRINTED, NOTHING IS ENCRYPTED, NOTHING IS KEPT.
                 Never let anybody sign in to anything real with this.
                ============================================================================

                 Sign in here             %1$s
                 Text from this phone     %2$s
                 Connectors are at        %5$s<name>

                 Create a challenge:

                   curl -s %3$s/v1/challenges -H 'Authorization: Bearer %4$s' \\
                     -H 'Content-Type: application/json' -d '{"msisdn":"+46701234567"}'

                 Play the aggregator, with the text of your challenge:

                   ./uptext simulate generic --url %5$s%8$s \\
                     --secret %6$s \\
                     --from +46701234567 --to 50500 --text 'ACME LOGIN <code>'

                 ./uptext simulate --list says which providers there are. Acme accepts every route here.

                 All of this for scripts: %7$s
                 Ctrl-C ends everything.
                """.formatted(
                        Addresses.url(addresses.acme()),
                        Addresses.url(addresses.phone()),
                        Addresses.url(addresses.challenge()),
                        stack.secrets().acmeKey(),
                        inbound,
                        stack.secrets().genericSecret(),
                        file,
                        Phone.GENERIC);
    }

    /** The innermost reason, which mostly says it best; of a file that is no YAML without the lines that it quotes. */
    static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        if (reason instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
            return "a --config file is not YAML at line "
                    + (yaml.getProblemMark().getLine() + 1);
        }
        return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    }
}
