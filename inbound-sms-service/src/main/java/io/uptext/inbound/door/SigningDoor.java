/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import java.util.Set;

/** The door of a provider that signs its requests. */
public interface SigningDoor extends Door {

    @Override
    default Set<Authentication> authentications() {
        return Set.of(Authentication.SIGNATURE);
    }

    /** Whether a connector needs secrets, or keys of the provider's, to check its signature. */
    default boolean wantsSecrets() {
        return true;
    }

    /** Says whether the provider itself sent a request, judged by the bytes as they came. */
    Authenticity authenticate(RawRequest request, Connector connector);
}
