/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.delivery;

import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether Kafka takes what became of deliveries, for the log: a line when it begins not to and one when it does again, for
 * meanwhile deliveries come to a stand. For one thread.
 */
final class Refusals {

    private static final Logger log = LoggerFactory.getLogger(Refusals.class);

    private boolean isSaid;

    void refused(Throwable failure) {
        if (!isSaid) {
            Throwable cause = failure.getCause();
            log.warn(
                    "Kafka does not take what became of webhooks ({}). It is tried again until it does",
                    (failure instanceof CompletionException && cause != null ? cause : failure)
                            .getClass()
                            .getSimpleName());
        }
        isSaid = true;
    }

    void taken() {
        if (isSaid) {
            log.info("Kafka takes what became of webhooks again");
        }
        isSaid = false;
    }
}
