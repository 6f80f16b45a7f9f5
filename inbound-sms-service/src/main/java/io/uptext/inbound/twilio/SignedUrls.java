/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.twilio;

import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/** The spellings of a connector's URL that Twilio may have signed: it is not consistent about the port. */
final class SignedUrls {

    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private SignedUrls() {}

    /**
     * Whether one of the spellings passes: as it is configured, without a port, and with the port.
     *
     * @param rawQuery the query of the request, which Twilio signs as it is encoded
     */
    static boolean anyMatch(URI publicUrl, Optional<String> rawQuery, Predicate<String> passes) {
        String query = rawQuery.map(raw -> "?" + raw).orElse("");
        return passes.test(publicUrl + query)
                || passes.test(withPort(publicUrl, "") + query)
                || passes.test(withPort(publicUrl, ":" + portOf(publicUrl)) + query);
    }

    private static int portOf(URI url) {
        if (url.getPort() >= 0) {
            return url.getPort();
        }
        return "http".equalsIgnoreCase(url.getScheme()) ? HTTP : HTTPS;
    }

    private static String withPort(URI url, String port) {
        String user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        return url.getScheme() + "://" + user + url.getHost() + port + url.getRawPath();
    }
}
