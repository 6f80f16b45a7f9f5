/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;

/** {@code ./uptext quickstart}: starts everything and says where it is, or proves with one sign-in that it works. */
public final class Quickstart {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Path TARGET = Path.of(System.getProperty("uptext.quickstart.folder", "quickstart/target"))
            .normalize();

    private Quickstart() {}

    /** See {@link Options#HELP}. */
    public static void main(String[] arguments) throws Exception {
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            OUT.println(e.getMessage());
            OUT.println("./uptext quickstart --help says what there is.");
            System.exit(2);
            return;
        }
        if (options.help()) {
            OUT.println(Options.HELP);
            return;
        }
        // Before anything logs, for the first to log would empty the file of a quickstart that runs beside.
        System.setProperty("uptext.quickstart.log", log(options));
        List<String> added;
        try {
            added = ConfigFiles.connectors(options.config());
        } catch (IllegalArgumentException e) {
            OUT.println(e.getMessage());
            System.exit(2);
            return;
        }
        System.exit(run(options, added));
    }

    private static String log(Options options) {
        return options.smoke() ? "smoke.log" : "quickstart.log";
    }

    private static int run(Options options, List<String> added) throws IOException, InterruptedException {
        long started = System.nanoTime();
        Announcement announcement = new Announcement(TARGET);
        OptionalLong other = options.smoke() ? OptionalLong.empty() : announcement.other();
        if (other.isPresent()) {
            OUT.println(Announcement.refusal(other.getAsLong()));
            return 1;
        }
        RunFolders folders = new RunFolders(TARGET.resolve("run"));
        folders.removeAbandoned();
        Addresses addresses = options.port() == 0 ? Addresses.usual() : Addresses.from(options.port());
        try (Stack stack = Stack.start(
                folders.own(),
                addresses,
                options.config(),
                options.origins(),
                step -> OUT.printf("  starting  %s%n", step))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, announcement, folders)));
            OUT.printf(Locale.ROOT, "  ready in %.1f s%n", seconds(Duration.ofNanos(System.nanoTime() - started)));
            if (options.smoke()) {
                return smoke(stack);
            }
            announcement.make(stack);
            OUT.println(Greeting.of(stack, announcement.file(), added));
            new CountDownLatch(1).await();
            return 0;
        } catch (RuntimeException e) {
            OUT.printf("%nThe quickstart could not start: %s%n", Greeting.reason(e));
            OUT.printf("Its log is %s.%n", TARGET.resolve(log(options)));
            return 1;
        }
    }

    private static void end(Stack stack, Announcement announcement, RunFolders folders) {
        stack.close();
        try {
            announcement.takeBack();
        } catch (IOException e) {
            OUT.printf("%s could not be deleted; its secrets are worthless now.%n", announcement.file());
        }
        try {
            folders.removeOwn();
        } catch (IOException e) {
            OUT.printf("%s could not be deleted; the next quickstart tries again.%n", folders.own());
        }
    }

    private static int smoke(Stack stack) {
        OUT.println("One sign-in:");
        try {
            new SignIn(stack, (step, took) -> OUT.printf(Locale.ROOT, "  %7.0f ms  %s%n", seconds(took) * 1000, step))
                    .perform();
            OUT.println("The sign-in works.");
            return 0;
        } catch (Exception e) {
            OUT.printf("The sign-in failed: %s%n", Greeting.reason(e));
            return 1;
        }
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
