/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Requests;
import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import io.uptext.simulator.provider.PlivoProvider;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Requests and connectors for tests of Plivo's door. */
final class PlivoRequests {

    static final String V2 = "X-Plivo-Signature-V2";
    static final String MA_V2 = "X-Plivo-Signature-Ma-V2";
    static final String V2_NONCE = "X-Plivo-Signature-V2-Nonce";
    static final String V3 = "X-Plivo-Signature-V3";
    static final String MA_V3 = "X-Plivo-Signature-MA-V3";
    static final String V3_NONCE = "X-Plivo-Signature-V3-Nonce";
    static final String TOKEN = "demo-auth-token-of-plivo";

    private static final SimulatedSms SMS =
            new SimulatedSms("5e1a9f4e-7f44-11ec-8a60-0242ac110005", "+46701234567", "50500", "ACME LOGIN 7KQ4M2XHC");

    private PlivoRequests() {}

    static SimulatedRequest simulated(String version, String method) {
        Account account = Account.of(URI.create(Connectors.URL), Proof.SIGNATURE, TOKEN)
                .with("signature-version", version)
                .with("method", method);
        return new PlivoProvider().request(SMS, account, Instant.EPOCH);
    }

    static SimulatedRequest post(String url, String form) {
        return SimulatedRequest.post(URI.create(url), "application/x-www-form-urlencoded", form);
    }

    static SimulatedRequest get(String url) {
        return SimulatedRequest.get(URI.create(url));
    }

    /** The same request with one header that has another value. */
    static SimulatedRequest with(SimulatedRequest request, String header, String value) {
        return request.without(header).with(header, value);
    }

    /** A signature, by nothing that the door uses. */
    static String sign(String token, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    static Connector connector(String publicUrl, String... tokens) {
        return Connectors.of(new PlivoDoor())
                .secrets(tokens)
                .publicUrl(publicUrl)
                .build();
    }

    static Authenticity authenticate(SimulatedRequest request, String publicUrl, String... tokens) {
        return authenticate(request, connector(publicUrl, tokens));
    }

    static Authenticity authenticate(SimulatedRequest request, Connector connector) {
        return new PlivoDoor().authenticate(Requests.raw(request, Instant.EPOCH), connector);
    }
}
