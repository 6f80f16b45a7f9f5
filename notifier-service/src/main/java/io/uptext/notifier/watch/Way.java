/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.watch;

import io.uptext.notifier.recent.RecentChallenge;
import reactor.core.publisher.Mono;

/** Where a browser that shows what a challenge is watched by can go. */
public interface Way {

    /** The method that pages may use. */
    String method();

    /** All that it takes, as {@code Allow} says it. */
    String allowed();

    /** What has to be shown. */
    Credential credential();

    /** Answers a request that may have its challenge. */
    Mono<Void> serve(Visit visit, RecentChallenge challenge);
}
