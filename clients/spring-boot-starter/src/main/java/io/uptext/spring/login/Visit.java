/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.spring.login;

import io.uptext.client.EndUserIp;
import org.jspecify.annotations.Nullable;

/**
 * What a browser says by coming here.
 *
 * @param userAgent for the line that says which device asks
 * @param address of the person's device, as far as the site knows it
 */
public record Visit(String userAgent, @Nullable String address) {

    /** Null where it is none: better to go on without it than not at all. */
    @Nullable
    EndUserIp ip() {
        if (address == null) {
            return null;
        }
        try {
            return new EndUserIp(address.replaceFirst("%.*", "").replaceAll("[\\[\\]]", ""));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Without the address. */
    @Override
    public String toString() {
        return "Visit[" + Device.of(userAgent) + "]";
    }
}
