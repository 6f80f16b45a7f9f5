/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.Set;

/**
 * One provider's way of delivering texts over HTTP: how it writes a message and what it wants to hear. It keeps no state.
 *
 * <p>A provider that signs has a {@link SigningDoor}. It runs where other
 * requests wait for their turn, and does not wait itself unless {@link #mayWait} says so.
 */
public interface Door {

    /** What a request may weigh where the provider sends one message in it, in bytes. */
    int ONE_MESSAGE = 8 * 1024;

    /** What a request may weigh where the provider sends several messages in it, in bytes. */
    int MANY_MESSAGES = 64 * 1024;

    /** The methods of its requests. */
    default Set<String> methods() {
        return Set.of("POST");
    }

    /** The methods of its requests to a connector, where that is for the configuration to say. */
    default Set<String> methods(Connector connector) {
        return methods();
    }

    /** The content types of its requests that have a body, without parameters. */
    Set<String> mediaTypes();

    /** The content types of its requests to a connector, where that is for the configuration to say. */
    default Set<String> mediaTypes(Connector connector) {
        return mediaTypes();
    }

    /** Whether it reads bodies in a charset that their content type names. */
    default boolean reads(Charset charset) {
        return UTF_8.equals(charset);
    }

    /** The most bytes of a request. */
    default int largestBody() {
        return ONE_MESSAGE;
    }

    /** The ways in which it can be known that its requests come from the provider. */
    default Set<Authentication> authentications() {
        return Authentication.SHARED;
    }

    /** The names of the options that it reads. */
    default Set<String> options() {
        return Set.of();
    }

    /**
     * Looks for what is wrong in the configuration of a connector, apart from what all doors have in common.
     *
     * @return the key and what it should be, to follow the name of the connector; never a secret
     */
    default Optional<String> flawOf(Connector connector) {
        return Optional.empty();
    }

    /** Whether to judge or to read a request may take more than the processor: something may have to be fetched. */
    default boolean mayWait() {
        return false;
    }

    /** Reads what a genuine request holds. */
    Reading read(RawRequest request, Connector connector);

    /** What the provider is told once everything in a request is durable. */
    default Answer acknowledgement() {
        return Answer.OK;
    }
}
