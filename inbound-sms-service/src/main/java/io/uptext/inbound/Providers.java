/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound;

import io.uptext.inbound.africastalking.AfricasTalkingDoor;
import io.uptext.inbound.aws.AwsDoor;
import io.uptext.inbound.azure.AzureDoor;
import io.uptext.inbound.bandwidth.BandwidthDoor;
import io.uptext.inbound.bird.BirdDoor;
import io.uptext.inbound.door.Door;
import io.uptext.inbound.elks46.Elks46Door;
import io.uptext.inbound.generic.GenericDoor;
import io.uptext.inbound.http.HttpsFetcher;
import io.uptext.inbound.http.PlainFetcher;
import io.uptext.inbound.infobip.InfobipDoor;
import io.uptext.inbound.jasmin.JasminDoor;
import io.uptext.inbound.kannel.KannelDoor;
import io.uptext.inbound.messagebird.MessageBirdDoor;
import io.uptext.inbound.plivo.PlivoDoor;
import io.uptext.inbound.sinch.SinchDoor;
import io.uptext.inbound.telnyx.TelnyxDoor;
import io.uptext.inbound.twilio.TwilioDoor;
import io.uptext.inbound.vonagemessages.VonageMessagesDoor;
import io.uptext.inbound.vonagesms.VonageSmsDoor;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The doors by the {@code provider} of their connectors: a new one is one more line here. */
final class Providers {

    /** The provider that delivers over SMPP, for which there is no door. */
    static final String SMPP = "smpp";

    private static final Map<String, Door> DOORS = Map.ofEntries(
            Map.entry("46elks", new Elks46Door()),
            Map.entry("africastalking", new AfricasTalkingDoor()),
            Map.entry("aws", new AwsDoor(new HttpsFetcher(), new PlainFetcher())),
            Map.entry("azure", new AzureDoor()),
            Map.entry("bandwidth", new BandwidthDoor()),
            Map.entry("bird", new BirdDoor()),
            Map.entry("generic", new GenericDoor()),
            Map.entry("infobip", new InfobipDoor()),
            Map.entry("jasmin", new JasminDoor()),
            Map.entry("kannel", new KannelDoor()),
            Map.entry("messagebird", new MessageBirdDoor()),
            Map.entry("plivo", new PlivoDoor()),
            Map.entry("sinch", new SinchDoor()),
            Map.entry("telnyx", new TelnyxDoor()),
            Map.entry("twilio", new TwilioDoor()),
            Map.entry("vonage-messages", new VonageMessagesDoor()),
            Map.entry("vonage-sms", new VonageSmsDoor()));

    private Providers() {}

    /**
     * The door of a provider.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Door door(String provider) {
        Door door = DOORS.get(provider);
        if (door == null) {
            Set<String> all = new TreeSet<>(DOORS.keySet());
            all.add(SMPP);
            throw new IllegalArgumentException("provider is one of " + String.join(", ", all));
        }
        return door;
    }
}
