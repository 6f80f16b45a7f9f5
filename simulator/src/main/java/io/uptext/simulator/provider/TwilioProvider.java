/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import io.uptext.simulator.Account;
import io.uptext.simulator.Proof;
import io.uptext.simulator.SimulatedProvider;
import io.uptext.simulator.SimulatedRequest;
import io.uptext.simulator.SimulatedSms;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Twilio's messaging webhook. */
public final class TwilioProvider implements SimulatedProvider {

    private static final String SIGNATURE = "X-Twilio-Signature";

    @Override
    public String name() {
        return "twilio";
    }

    @Override
    public String title() {
        return "Twilio";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE);
    }

    @Override
    public List<String> signatureHeaders() {
        return List.of(SIGNATURE);
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        Map<String, String> parameters = new TreeMap<>(Map.of(
                "MessageSid",
                sms.id(),
                "AccountSid",
                "AC00000000000000000000000000000000",
                "From",
                sms.from(),
                "To",
                sms.to(),
                "Body",
                sms.text(),
                "NumMedia",
                "0",
                "NumSegments",
                "1",
                "SmsStatus",
                "received"));
        StringBuilder signed = new StringBuilder(account.publicUrl().toString());
        parameters.forEach((name, value) -> signed.append(name).append(value));
        return SimulatedRequest.post(account.url(), Forms.CONTENT_TYPE, Forms.encode(parameters))
                .with(SIGNATURE, Macs.base64("HmacSHA1", account.secret(), signed.toString()));
    }
}
