/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.chaos.promise;

import java.util.List;

/** A target can tell ours from others. */
public final class WebhooksAreGenuine implements Promise {

    @Override
    public String sentence() {
        return "Every webhook is signed with the secret of its target";
    }

    @Override
    public List<String> broken(Evidence evidence) {
        return evidence.deliveries().received().stream()
                .filter(each -> !each.isSigned())
                .map(each -> each + " is not signed rightly")
                .toList();
    }
}
