/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.registry.oauth;

import java.util.Set;

/**
 * What a good access token says.
 *
 * @param clientId whose it is, by its issuer's name for them
 * @param scopes what its issuer has granted, in words
 */
public record AccessToken(String clientId, Set<String> scopes) {

    public AccessToken {
        scopes = Set.copyOf(scopes);
    }
}
