/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.vonagesms;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.MediaTypes;
import io.uptext.inbound.door.RawRequest;
import io.uptext.inbound.door.Reading;
import io.uptext.inbound.door.Signatures;
import io.uptext.inbound.door.SignedTime;
import io.uptext.inbound.door.SigningDoor;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Inbound webhooks of Vonage's SMS API, signed where Vonage's support has switched that on
 * (developer.vonage.com/en/messaging/sms/guides/inbound-sms).
 */
public final class VonageSmsDoor implements SigningDoor {

    @Override
    public Set<String> methods() {
        return Set.of("POST", "GET");
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(MediaTypes.FORM, MediaTypes.JSON);
    }

    @Override
    public Set<Authentication> authentications() {
        return EnumSet.allOf(Authentication.class);
    }

    @Override
    public Set<String> options() {
        return Set.of(SignatureMethod.OPTION);
    }

    @Override
    public Optional<String> flawOf(Connector connector) {
        return SignatureMethod.flawOf(connector);
    }

    @Override
    public Authenticity authenticate(RawRequest request, Connector connector) {
        Optional<VonageParameters> parameters = VonageParameters.of(request);
        Optional<String> signature = parameters.flatMap(VonageParameters::signature);
        Optional<Instant> signedAt =
                parameters.flatMap(all -> all.any("timestamp")).flatMap(SignedTime::ofUnixSeconds);
        if (parameters.isEmpty() || signature.isEmpty() || signedAt.isEmpty()) {
            return new Authenticity.Forged("There is not one sig and one timestamp in Unix seconds.");
        }
        if (!SignedTime.isRecent(signedAt.get(), request.receivedAt())) {
            return new Authenticity.Forged("The timestamp is more than five minutes away from our time.");
        }
        return isSigned(parameters.get().signed(), signature.get(), connector)
                ? new Authenticity.Genuine()
                : new Authenticity.Forged("The signature does not match the parameters.");
    }

    private static boolean isSigned(String signed, String signature, Connector connector) {
        SignatureMethod method = SignatureMethod.of(connector)
                .orElseThrow(() -> new IllegalStateException("options are checked at the start"));
        String given = signature.toLowerCase(Locale.ROOT);
        boolean found = false;
        for (String secret : connector.secrets()) {
            found |= Signatures.same(method.sign(signed, secret), given);
        }
        return found;
    }

    @Override
    public Reading read(RawRequest request, Connector connector) {
        return VonageParameters.of(request)
                .map(VonageSms::new)
                .map(VonageSms::reading)
                .orElseGet(() -> new Reading.Malformed(
                        "The parameters must be in UTF-8, each of them once; as JSON, in one object."));
    }
}
