/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.inbound.door.Route;
import io.uptext.inbound.smpp.BindRequest;
import io.uptext.inbound.smpp.InterfaceVersion;
import io.uptext.inbound.smpp.MessageReader;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A carrier at whose SMSCs we bind.
 *
 * @param id its name
 * @param passwords one, or two while it is being changed
 * @param destinations what may be texted through it
 * @param routeTrust how hard senders are to forge behind it
 * @param region the country (ISO 3166-1) whose national numbers the carrier sends, if it sends such
 * @param settings how to bind
 */
public record SmppConnector(
        ConnectorId id,
        List<String> passwords,
        Set<Destination> destinations,
        RouteTrust routeTrust,
        @Nullable String region,
        SmppSettings settings)
        implements Route {

    public SmppConnector {
        passwords = List.copyOf(passwords);
        destinations = Set.copyOf(destinations);
    }

    List<SmscAddress> smscs() {
        return settings.smscs().stream().map(SmscAddress::parse).toList();
    }

    BindRequest request(String password) {
        return new BindRequest(
                settings.bind(),
                settings.systemId(),
                password,
                settings.systemType(),
                InterfaceVersion.of(settings.version()),
                settings.addressTon(),
                settings.addressNpi(),
                settings.addressRange());
    }

    MessageReader reader() {
        return new MessageReader(
                settings.defaultAlphabet(),
                region,
                settings.networkTag() == null ? null : Integer.decode(settings.networkTag()));
    }

    /** Without its passwords. */
    @Override
    public String toString() {
        return "SmppConnector[" + id + "]";
    }
}
