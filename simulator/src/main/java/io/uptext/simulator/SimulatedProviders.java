/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator;

import io.uptext.simulator.provider.AfricasTalkingProvider;
import io.uptext.simulator.provider.AwsProvider;
import io.uptext.simulator.provider.AzureProvider;
import io.uptext.simulator.provider.BandwidthProvider;
import io.uptext.simulator.provider.BirdProvider;
import io.uptext.simulator.provider.Elks46Provider;
import io.uptext.simulator.provider.GenericProvider;
import io.uptext.simulator.provider.InfobipProvider;
import io.uptext.simulator.provider.JasminProvider;
import io.uptext.simulator.provider.KannelProvider;
import io.uptext.simulator.provider.MessageBirdProvider;
import io.uptext.simulator.provider.PlivoProvider;
import io.uptext.simulator.provider.SinchProvider;
import io.uptext.simulator.provider.TelnyxProvider;
import io.uptext.simulator.provider.TwilioProvider;
import io.uptext.simulator.provider.VonageMessagesProvider;
import io.uptext.simulator.provider.VonageSmsProvider;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every provider that can be played. */
public final class SimulatedProviders {

    private static final List<SimulatedProvider> ALL = Stream.<SimulatedProvider>of(
                    new AfricasTalkingProvider(),
                    new AwsProvider(),
                    new AzureProvider(),
                    new BandwidthProvider(),
                    new BirdProvider(),
                    new Elks46Provider(),
                    new GenericProvider(),
                    new InfobipProvider(),
                    new JasminProvider(),
                    new KannelProvider(),
                    new MessageBirdProvider(),
                    new PlivoProvider(),
                    new SinchProvider(),
                    new TelnyxProvider(),
                    new TwilioProvider(),
                    new VonageMessagesProvider(),
                    new VonageSmsProvider())
            .sorted(Comparator.comparing(SimulatedProvider::name))
            .toList();

    private SimulatedProviders() {}

    /** All, by name. */
    public static List<SimulatedProvider> all() {
        return ALL;
    }

    /** The provider of a name. */
    public static Optional<SimulatedProvider> named(String name) {
        return ALL.stream().filter(provider -> provider.name().equals(name)).findFirst();
    }
}
