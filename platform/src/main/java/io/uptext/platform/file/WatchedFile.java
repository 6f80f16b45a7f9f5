/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file says. One that changes is taken over as a whole, within two seconds; one that cannot be used changes nothing.
 *
 * <p>The content is compared, twice in a row: neither the links by which Kubernetes changes a mounted file nor the dates of
 * a network file system can be relied upon to tell, and a file may be half written when it is looked at.
 *
 * @param <T> what is made of it; its text is for the log
 */
public final class WatchedFile<T> implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(WatchedFile.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int LARGEST = 8 * 1024 * 1024;

    private final Path file;
    private final Reading<T> reading;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("watched-file").factory());
    private volatile T now;
    private byte[] taken;
    private byte[] seen;
    private byte @Nullable [] refused;
    private boolean readable = true;

    /** Whether the log's last word is that the file cannot be used. */
    private boolean complained;

    private WatchedFile(Path file, Reading<T> reading, byte[] content, T now) {
        this.file = file;
        this.reading = reading;
        this.now = now;
        this.taken = content;
        this.seen = content;
    }

    /**
     * Makes something of a file.
     *
     * @param <T> what
     */
    @FunctionalInterface
    public interface Reading<T> {

        /**
         * Reads all of it.
         *
         * @throws InvalidFileException if it cannot be used
         */
        T read(byte[] content) throws InvalidFileException;
    }

    /**
     * Reads a file, and looks after it until closed.
     *
     * @throws IllegalArgumentException if it cannot be used, with everything that is wrong with it
     */
    public static <T> WatchedFile<T> of(Path file, Reading<T> reading) {
        WatchedFile<T> watched = read(file, reading);
        var _ = watched.looking.scheduleWithFixedDelay(
                watched::look, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        return watched;
    }

    /** The same, but somebody else must say when to {@link #look}. */
    public static <T> WatchedFile<T> read(Path file, Reading<T> reading) {
        try {
            byte[] content = content(file);
            T now = meaning(content, reading);
            log.info("{} holds {}", file, now);
            return new WatchedFile<>(file, reading, content, now);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    file + " cannot be read: " + e.getClass().getSimpleName(), e);
        } catch (InvalidFileException e) {
            throw new IllegalArgumentException(file + " cannot be used:\n" + e.getMessage(), e);
        }
    }

    private static <T> T meaning(byte[] content, Reading<T> reading) throws InvalidFileException {
        if (content.length == 0) {
            throw new InvalidFileException(List.of("It is empty."));
        }
        return reading.read(content);
    }

    private static byte[] content(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than " + LARGEST + " bytes");
        }
        return Files.readAllBytes(file);
    }

    /** What it says at this moment; whoever needs two parts of it asks once. */
    public T now() {
        return now;
    }

    /** Looks whether the file has changed. */
    public synchronized void look() {
        byte[] content;
        try {
            content = content(file);
        } catch (IOException e) {
            if (readable) {
                readable = false;
                complained = true;
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
        if (settled && !Arrays.equals(content, refused) && (complained || !Arrays.equals(content, taken))) {
            take(content);
        }
    }

    private void take(byte[] content) {
        try {
            now = meaning(content, reading);
            taken = content;
            refused = null;
            log.info("{} {} and holds {}", file, complained ? "is in use again" : "has changed", now);
            complained = false;
        } catch (InvalidFileException e) {
            refuse(content);
            log.warn("{} has changed and cannot be used, its last state stays in use:\n{}", file, e.getMessage());
        } catch (RuntimeException e) {
            // A fault of ours, which must not end the looking. Without its message, which may quote a secret.
            refuse(content);
            log.error(
                    "{} has changed and cannot be read ({}), its last state stays in use",
                    file,
                    e.getClass().getSimpleName());
        }
    }

    private void refuse(byte[] content) {
        refused = content;
        complained = true;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
