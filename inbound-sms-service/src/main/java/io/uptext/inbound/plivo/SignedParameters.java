/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.plivo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.uptext.inbound.door.Form;
import io.uptext.inbound.door.RawRequest;
import java.io.ByteArrayOutputStream;
import java.util.Optional;

/** What V3 signs before the nonce: the URL, then the query sorted, then the form sorted and with nothing between. */
final class SignedParameters {

    private SignedParameters() {}

    /** The bytes; empty where the query or the form cannot be read. */
    static Optional<byte[]> of(String publicUrl, RawRequest request) {
        Optional<byte[]> query = Form.ofQuery(request).map(Form::joinedAsQuery);
        Optional<byte[]> form =
                request.isGet() ? Optional.of(new byte[0]) : request.form().map(Form::joined);
        return query.isPresent() && form.isPresent()
                ? Optional.of(join(publicUrl, query.get(), form.get()))
                : Optional.empty();
    }

    private static byte[] join(String publicUrl, byte[] query, byte[] form) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream();
        signed.writeBytes(publicUrl.getBytes(UTF_8));
        if (query.length > 0 || form.length > 0) {
            signed.write('?');
        }
        signed.writeBytes(query);
        if (query.length > 0 && form.length > 0) {
            signed.write('.');
        }
        signed.writeBytes(form);
        signed.write('.');
        return signed.toByteArray();
    }
}
