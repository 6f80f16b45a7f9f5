/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.util.List;

/** Whatever is shown in place of a good token, and whatever is broken, nothing is served. */
public final class StrangersHearNothing implements Promise {

    @Override
    public String sentence() {
        return "Whoever shows no token of a challenge hears nothing";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        return evidence.audience().intrusions().stream()
                .filter(each -> each.status() / 100 == 2)
                .map(each -> "notifier %d has answered %s with %d at %s"
                        .formatted(each.instance(), each.how(), each.status(), each.at()))
                .toList();
    }
}
