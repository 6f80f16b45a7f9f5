/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of each webhook without a secret that it is not called: once, and again if the secret was there in between. */
final class Unsigned {

    private static final Logger log = LoggerFactory.getLogger(Unsigned.class);

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    void note(Target target, boolean isUnsigned) {
        if (!isUnsigned) {
            said.remove(target.name());
        } else if (said.add(target.name())) {
            log.warn(
                    "The webhook {} has no secret and is not called; ./uptext keys webhook makes one for the file of "
                            + "uptext.notifier.webhook-secrets",
                    target.name());
        }
    }
}
