/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.uptext.platform.file.WatchedFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The keys of webhooks as their file has them just now; none where there is no file. */
final class SecretsFile implements AutoCloseable {

    private final @Nullable WatchedFile<WebhookSecrets> file;

    /**
     * Reads and watches it.
     *
     * @throws IllegalArgumentException if it cannot be used, with everything that is wrong with it
     */
    SecretsFile(@Nullable Path file) {
        this.file = file == null ? null : WatchedFile.of(file, SecretsReading::read);
    }

    WebhookSecrets now() {
        return file == null ? WebhookSecrets.NONE : file.now();
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
