/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.http;

import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.registry.WebOrigin;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where browsers go.
 *
 * @param watchUrl to watch, the notifier's public address
 * @param page to the hosted page, this service's public address; absent where there is no such page
 */
public record BrowserAddresses(URI watchUrl, @Nullable WebOrigin page) {

    /** Where hosted pages are, on our own origin. */
    public static final String PATH = "/c/";

    /** Where a challenge's hosted page is; absent where it has none. */
    @Nullable
    URI pageOf(ChallengeCreated created) {
        return page == null || created.returnTo() == null
                ? null
                : URI.create(page.value() + PATH + created.challengeId().value());
    }

    /** The origin of the notifier. */
    public String watchOrigin() {
        return watchUrl.getScheme() + "://" + watchUrl.getRawAuthority();
    }
}
