/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.server;

import io.uptext.contracts.topic.Topic;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Who is asked for challenges. Both serve the same path and are sent the same requests. */
public enum Creator implements Titled {
    /** A bare WebFlux handler that reads the body and appends a record that is ready. */
    BARE("bare WebFlux", BareCreationProgram.class, Topic.INBOUND_SMS),
    /** challenge-service as it is. */
    SERVICE("challenge-service", ChallengeProgram.class, Topic.CHALLENGES);

    /** Where both serve. */
    public static final String PATH = "/v1/challenges";

    private final String title;
    private final Class<?> program;
    private final Topic topic;

    Creator(String title, Class<?> program, Topic topic) {
        this.title = title;
        this.program = program;
        this.topic = topic;
    }

    @Override
    public String title() {
        return title;
    }

    /** Where its records go. The bare one has a topic that the service does not read, for that would be in its own time. */
    public Topic topic() {
        return topic;
    }

    /** Starts it in front of these, with these options of the JVM. */
    public Server start(Backend backend, Path folder, List<String> options) {
        BenchedParty.writeFiles(folder);
        return Server.start(
                program,
                folder.resolve(name().toLowerCase(Locale.ROOT) + ".log"),
                options,
                backend.kafka().bootstrapServers(),
                backend.redis().uri(),
                folder.toAbsolutePath().toString());
    }
}
