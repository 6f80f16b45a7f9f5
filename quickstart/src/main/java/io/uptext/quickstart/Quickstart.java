/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.platform.json.Json;
import io.uptext.quickstart.phone.Phone;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code ./uptext quickstart}: starts everything and says where it is, or proves with one sign-in that it works. */
public final class Quickstart {

    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Path TARGET = Path.of(System.getProperty("uptext.quickstart.folder", "quickstart/target"))
            .normalize();

    private static final String ENVIRONMENT = "quickstart.env";

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

    private static int run(Options options, List<String> added) throws IOException, InterruptedException {
        long started = System.nanoTime();
        RunFolders folders = new RunFolders(TARGET.resolve("run"));
        folders.removeAbandoned();
        Addresses addresses = options.port() == 0 ? Addresses.usual() : Addresses.from(options.port());
        Path file = TARGET.resolve("quickstart.json");
        try (Stack stack = Stack.start(
                folders.own(),
                addresses,
                options.config(),
                options.origins(),
                step -> OUT.printf("  starting  %s%n", step))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stack, file, folders)));
            OUT.printf(Locale.ROOT, "  ready in %.1f s%n", seconds(Duration.ofNanos(System.nanoTime() - started)));
            Files.writeString(TARGET.resolve(ENVIRONMENT), Environment.of(stack));
            Files.write(file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(description(stack)));
            if (options.smoke()) {
                return smoke(stack);
            }
            OUT.println(Greeting.of(stack, file, added));
            new CountDownLatch(1).await();
            return 0;
        } catch (RuntimeException e) {
            OUT.printf("%nThe quickstart could not start: %s%n", Greeting.reason(e));
            OUT.printf("Its log is %s.%n", TARGET.resolve("quickstart.log"));
            return 1;
        }
    }

    /** The file names secrets and addresses that are gone now. */
    private static void end(Stack stack, Path file, RunFolders folders) {
        stack.close();
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(TARGET.resolve(ENVIRONMENT));
        } catch (IOException e) {
            OUT.printf("%s could not be deleted; its secrets are worthless now.%n", file);
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

    private static Map<String, Object> description(Stack stack) {
        Addresses addresses = stack.addresses();
        Map<String, Object> description = new LinkedHashMap<>();
        description.put("pid", ProcessHandle.current().pid());
        description.put("acme", Addresses.url(addresses.acme()));
        description.put("phone", Addresses.url(addresses.phone()));
        description.put("api", Addresses.url(addresses.api()));
        description.put("challengeService", Addresses.url(addresses.challenge()));
        description.put("inboundSmsService", Addresses.url(addresses.inbound()));
        description.put("notifierService", Addresses.url(addresses.notifier()));
        description.put("kafka", stack.kafka());
        description.put(
                "apiKeys",
                Map.of(
                        "acme",
                        stack.secrets().acmeKey(),
                        "other",
                        stack.secrets().otherKey()));
        description.put(
                "connectors",
                Map.of(
                        Phone.TWILIO,
                                Map.of(
                                        "provider",
                                        "twilio",
                                        "secret",
                                        stack.secrets().twilioToken()),
                        Phone.GENERIC,
                                Map.of(
                                        "provider",
                                        "generic",
                                        "secret",
                                        stack.secrets().genericSecret()),
                        Stack.OPERATOR,
                                Map.of(
                                        "provider",
                                        "smpp",
                                        "secret",
                                        stack.secrets().smscPassword(),
                                        "port",
                                        addresses.smsc())));
        return description;
    }
}
