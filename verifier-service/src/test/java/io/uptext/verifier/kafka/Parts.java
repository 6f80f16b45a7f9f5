/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.verifier.kafka;

import io.uptext.verifier.join.JoinStore;
import io.uptext.verifier.system.World;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.CommonErrorHandler;

/**
 * What a verifier is made of where it differs from ours.
 *
 * @param store what is made of our store
 * @param listener what is made of our listener
 * @param errors what is done about failures; ours if absent
 */
record Parts(
        UnaryOperator<JoinStore> store,
        UnaryOperator<BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>> listener,
        @Nullable Supplier<CommonErrorHandler> errors) {

    /** Ours. */
    static Parts real() {
        return new Parts(store -> store, listener -> listener, null);
    }

    static Parts withStore(UnaryOperator<JoinStore> store) {
        return new Parts(store, listener -> listener, null);
    }

    static Parts withListener(UnaryOperator<BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>> listener) {
        return new Parts(store -> store, listener, null);
    }

    static Parts withErrors(Supplier<CommonErrorHandler> errors) {
        return new Parts(store -> store, listener -> listener, errors);
    }

    /** The same on a store of which more is made. */
    Parts on(UnaryOperator<JoinStore> more) {
        return new Parts(each -> more.apply(store.apply(each)), listener, errors);
    }

    /** The same with a listener of which more is made. */
    Parts heardBy(UnaryOperator<BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]>> more) {
        return new Parts(store, each -> more.apply(listener.apply(each)), errors);
    }

    Handmade start(World world) {
        return Handmade.start(world, this, world.bootstrapServers());
    }
}
