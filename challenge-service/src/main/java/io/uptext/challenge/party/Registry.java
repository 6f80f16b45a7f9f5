/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.party;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relying parties of a file. A file that changes is taken over as a whole, within two seconds; one that cannot be used
 * changes nothing.
 *
 * <p>The content is compared, twice in a row: neither the links by which Kubernetes changes a mounted file nor the dates of
 * a network file system can be relied upon to tell, and a file may be half written when it is looked at.
 */
public final class Registry implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Registry.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int LARGEST = 8 * 1024 * 1024;

    private final Path file;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("registry").factory());
    private volatile RelyingParties parties;
    private byte[] taken;
    private byte[] seen;
    private byte @Nullable [] refused;
    private boolean readable = true;

    private Registry(Path file, byte[] content, RelyingParties parties) {
        this.file = file;
        this.parties = parties;
        this.taken = content;
        this.seen = content;
    }

    /**
     * Reads a file, and looks after it until closed.
     *
     * @throws IllegalArgumentException if it cannot be used, with everything that is wrong with it
     */
    public static Registry of(Path file) {
        Registry registry = read(file);
        var _ = registry.looking.scheduleWithFixedDelay(
                registry::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return registry;
    }

    /** The same, but somebody else must say when to {@link #look}. */
    static Registry read(Path file) {
        try {
            byte[] content = content(file);
            RelyingParties parties = RegistryReading.read(content);
            log.info("{} holds {} relying parties", file, parties.count());
            return new Registry(file, content, parties);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read: " + e.getClass().getSimpleName(), e);
        } catch (InvalidRegistryException e) {
            throw new IllegalArgumentException(file + " cannot be used:\n" + e.getMessage(), e);
        }
    }

    private static byte[] content(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than " + LARGEST + " bytes");
        }
        return Files.readAllBytes(file);
    }

    /** All parties at this moment; a request asks once. */
    public RelyingParties parties() {
        return parties;
    }

    /** Looks whether the file has changed. */
    void look() {
        byte[] content;
        try {
            content = content(file);
        } catch (IOException e) {
            if (readable) {
                readable = false;
                log.warn(
                        "{} cannot be read ({}): its last state stays in use",
                        file,
                        e.getClass().getSimpleName());
            }
            return;
        }
        readable = true;
        boolean settled = Arrays.equals(content, seen);
        seen = content;
        if (settled && !Arrays.equals(content, taken) && !Arrays.equals(content, refused)) {
            take(content);
        }
    }

    private void take(byte[] content) {
        try {
            parties = RegistryReading.read(content);
            taken = content;
            refused = null;
            log.info("{} has changed and holds {} relying parties", file, parties.count());
        } catch (InvalidRegistryException e) {
            refused = content;
            log.warn("{} has changed and cannot be used, its last state stays in use:\n{}", file, e.getMessage());
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
