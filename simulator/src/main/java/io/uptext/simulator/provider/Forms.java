/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.simulator.provider;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import java.util.stream.Collectors;

/** Parameters as forms and queries write them. */
final class Forms {

    static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

    private Forms() {}

    static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), UTF_8) + "=" + URLEncoder.encode(each.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** Octets as the value of a parameter, whatever their alphabet. */
    static String encodeOctets(byte[] octets) {
        return URLEncoder.encode(new String(octets, ISO_8859_1), ISO_8859_1);
    }
}
