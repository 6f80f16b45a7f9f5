/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.platform.json.Json;
import io.uptext.quickstart.phone.Phone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;

/**
 * Two files that say where the running quickstart is and with which secrets, for scripts and for shells. There is one place for
 * them, so that everybody finds them there, and one quickstart at a time that they are about.
 */
final class Announcement {

    private static final String PID = "pid";
    private static final String PROGRAM = Quickstart.class.getName();

    private final Path json;
    private final Path environment;

    /** Made in this folder. */
    Announcement(Path folder) {
        json = folder.resolve("quickstart.json");
        environment = folder.resolve("quickstart.env");
    }

    /** What scripts read. */
    Path file() {
        return json;
    }

    /** What is told to whoever starts one beside another. */
    static String refusal(long pid) {
        return "A quickstart is running already, as process %1$d. Ctrl-C in its terminal ends it, and so does: kill %1$d"
                .formatted(pid);
    }

    /** The process of another quickstart, if it still runs: a process that was killed takes nothing back. */
    OptionalLong other() {
        OptionalLong pid = announced();
        return pid.isPresent() && pid.getAsLong() != own() && isQuickstart(pid.getAsLong())
                ? pid
                : OptionalLong.empty();
    }

    /**
     * Tells where all of a quickstart is.
     *
     * @throws IllegalStateException if another one has done so meanwhile
     */
    void make(Stack stack) throws IOException {
        OptionalLong other = other();
        if (other.isPresent()) {
            throw new IllegalStateException(refusal(other.getAsLong()));
        }
        Files.writeString(environment, Environment.of(stack));
        Files.write(json, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(description(stack)));
    }

    /** Removes the files, if they are ours: they name secrets and addresses that are gone then. */
    void takeBack() throws IOException {
        OptionalLong pid = announced();
        if (pid.isPresent() && pid.getAsLong() == own()) {
            Files.deleteIfExists(json);
            Files.deleteIfExists(environment);
        }
    }

    private static long own() {
        return ProcessHandle.current().pid();
    }

    private OptionalLong announced() {
        try {
            return Json.MAPPER.readTree(Files.readAllBytes(json)).path(PID).longValueOpt();
        } catch (IOException | JacksonException e) {
            // There is none, or one that nobody can read.
            return OptionalLong.empty();
        }
    }

    /** Numbers of processes come again. Where the system does not tell what a process is, it is believed to be one. */
    private static boolean isQuickstart(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info()
                        .commandLine()
                        .map(line -> line.contains(PROGRAM))
                        .orElse(true))
                .isPresent();
    }

    private static Map<String, Object> description(Stack stack) {
        Addresses addresses = stack.addresses();
        Map<String, Object> description = new LinkedHashMap<>();
        description.put(PID, own());
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
