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
import java.util.UUID;

/** Callbacks of Sinch's SMS API. */
public final class SinchProvider implements SimulatedProvider {

    private static final String SIGNATURE = "x-sinch-webhook-signature";
    private static final String ALGORITHM = SIGNATURE + "-algorithm";
    private static final String NONCE = SIGNATURE + "-nonce";
    private static final String TIMESTAMP = SIGNATURE + "-timestamp";

    @Override
    public String name() {
        return "sinch";
    }

    @Override
    public String title() {
        return "Sinch SMS";
    }

    @Override
    public List<Proof> proofs() {
        return List.of(Proof.SIGNATURE, Proof.BASIC, Proof.HEADER, Proof.QUERY, Proof.NONE);
    }

    @Override
    public List<String> signatureHeaders() {
        return List.of(SIGNATURE, ALGORITHM, NONCE, TIMESTAMP);
    }

    @Override
    public boolean signsTime() {
        return true;
    }

    @Override
    public SimulatedRequest write(SimulatedSms sms, Account account, Instant now) {
        String body = Jsons.write(new TreeMap<>(Map.of(
                "type",
                "mo_text",
                "id",
                sms.id(),
                // Without the plus sign, which is how Sinch writes most numbers.
                "from",
                sms.from().substring(1),
                "to",
                sms.to(),
                "body",
                sms.text(),
                "operator_id",
                "24001",
                "received_at",
                now.toString())));
        SimulatedRequest request = SimulatedRequest.post(account.url(), Jsons.CONTENT_TYPE, body);
        return account.proof() == Proof.SIGNATURE ? signed(request, body, account, now) : request;
    }

    private static SimulatedRequest signed(SimulatedRequest request, String body, Account account, Instant now) {
        String nonce = UUID.randomUUID().toString();
        String timestamp = Long.toString(now.getEpochSecond());
        return request.with(
                        SIGNATURE, Macs.base64("HmacSHA256", account.secret(), body + "." + nonce + "." + timestamp))
                .with(ALGORITHM, "HmacSHA256")
                .with(NONCE, nonce)
                .with(TIMESTAMP, timestamp);
    }
}
