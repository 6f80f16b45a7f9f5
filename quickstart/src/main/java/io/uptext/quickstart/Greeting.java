/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.inbound.UnknownSettings;
import io.uptext.quickstart.phone.Phone;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;

/** What the quickstart tells whoever started it. */
final class Greeting {

    private Greeting() {}

    static String of(Stack stack, Path file, List<String> added) {
        Addresses addresses = stack.addresses();
        String inbound = Addresses.url(addresses.inbound()) + "/v1/inbound/";
        return """

                ============================================================================
                 DEMO MODE. SECRETS ARE PRINTED, NOTHING IS ENCRYPTED, NOTHING IS KEPT.
                 Never let anybody sign in to anything real with this.
                ============================================================================

                 Sign in here             %1$s
                 Text from this phone     %2$s
                 Try the API here         %12$s   (Authorize with the key below)
                 Connectors are at        %5$s<name>
                %9$s
                 Create a challenge:

                   curl -s %3$s/v1/challenges -H 'Authorization: Bearer %4$s' \\
                     -H 'Content-Type: application/json' -d '{"msisdn":"+46701234567"}'

                 Play the aggregator, with the text of your challenge:

                   ./uptext simulate generic --url %5$s%8$s \\
                     --secret %6$s \\
                     --from +46701234567 --to 50500 --text 'ACME LOGIN <code>'

                 Or play the operator, at whose SMSC we bind:

                   ./uptext simulate smsc --port %10$s --secret %11$s \\
                     --from +46701234567 --to 50500 --text 'ACME LOGIN <code>'

                 Try login by text in a site on Spring Boot, in another terminal:

                   ./uptext site servlet

                 ./uptext simulate --list says which providers there are. Acme accepts every route here.

                 All of this for scripts: %7$s, for shells: quickstart.env beside it
                 Ctrl-C ends everything.
                """.formatted(
                        Addresses.url(addresses.acme()),
                        Addresses.url(addresses.phone()),
                        Addresses.url(addresses.challenge()),
                        stack.secrets().acmeKey(),
                        inbound,
                        stack.secrets().genericSecret(),
                        file,
                        Phone.GENERIC,
                        added(inbound, added),
                        Integer.toString(addresses.smsc()),
                        stack.secrets().smscPassword(),
                        Addresses.url(addresses.api()));
    }

    private static String added(String inbound, List<String> names) {
        return names.stream()
                .map(name -> " From your files          " + inbound + name + "\n")
                .collect(Collectors.joining());
    }

    /** The innermost reason, which mostly says it best; settings are named, and never quoted. */
    static String reason(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            if (reason instanceof BindException binding && isChoice(binding)) {
                return binding.getName() + " is one of " + choices(binding);
            }
            reason = reason.getCause();
        }
        if (reason instanceof UnboundConfigurationPropertiesException unknown) {
            return UnknownSettings.sentence(unknown);
        }
        return reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
    }

    private static boolean isChoice(BindException binding) {
        return binding.getTarget().getType().resolve(Object.class).isEnum();
    }

    private static String choices(BindException binding) {
        return Arrays.stream(binding.getTarget().getType().resolve(Object.class).getEnumConstants())
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
    }
}
