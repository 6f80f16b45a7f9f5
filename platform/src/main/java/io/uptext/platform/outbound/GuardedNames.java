/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.platform.outbound;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import io.netty.util.concurrent.Promise;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks names up for a client that must not call every address. It is between the looking up and the connecting: the client
 * connects to the very addresses that were judged here, so that a name which leads elsewhere the next time (DNS rebinding)
 * gains nothing.
 *
 * <p>A name is refused if <em>one</em> of its addresses is not to be called, and not only that address: no honest name has
 * public and private addresses, and which of them is called must not be a matter of luck.
 */
public final class GuardedNames extends AddressResolverGroup<InetSocketAddress> {

    /** So many of a name's addresses are given, for each may take its time to be unreachable. */
    public static final int MOST_ADDRESSES = 4;

    private final AddressResolverGroup<InetSocketAddress> names;
    private final Predicate<InetAddress> mayBeCalled;

    /**
     * Guards.
     *
     * @param names what looks up
     * @param mayBeCalled {@link PublicAddresses#isPublic} for whatever others have named
     */
    public GuardedNames(AddressResolverGroup<InetSocketAddress> names, Predicate<InetAddress> mayBeCalled) {
        this.names = names;
        this.mayBeCalled = mayBeCalled;
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new Guarded(executor, names.getResolver(executor), mayBeCalled);
    }

    @Override
    public void close() {
        super.close();
        names.close();
    }

    private static final class Guarded extends AbstractAddressResolver<InetSocketAddress> {

        private final AddressResolver<InetSocketAddress> names;
        private final Predicate<InetAddress> mayBeCalled;

        Guarded(EventExecutor executor, AddressResolver<InetSocketAddress> names, Predicate<InetAddress> mayBeCalled) {
            super(executor, InetSocketAddress.class);
            this.names = names;
            this.mayBeCalled = mayBeCalled;
        }

        /** Never, for what counts as resolved is not asked about: a URL may have an address in place of a name. */
        @Override
        protected boolean doIsResolved(InetSocketAddress address) {
            return false;
        }

        @Override
        protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise) {
            judged(unresolved).addListener((FutureListener<List<InetSocketAddress>>) looked -> {
                if (looked.isSuccess()) {
                    promise.trySuccess(looked.getNow().getFirst());
                } else {
                    promise.tryFailure(looked.cause());
                }
            });
        }

        @Override
        protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise) {
            judged(unresolved).addListener((FutureListener<List<InetSocketAddress>>) looked -> {
                if (looked.isSuccess()) {
                    promise.trySuccess(looked.getNow());
                } else {
                    promise.tryFailure(looked.cause());
                }
            });
        }

        private Future<List<InetSocketAddress>> judged(InetSocketAddress unresolved) {
            Promise<List<InetSocketAddress>> judged = executor().newPromise();
            names.resolveAll(unresolved).addListener((FutureListener<List<InetSocketAddress>>) looked -> {
                if (!looked.isSuccess()) {
                    judged.tryFailure(looked.cause());
                } else if (looked.getNow().isEmpty()) {
                    judged.tryFailure(new UnknownHostException());
                } else if (!looked.getNow().stream().allMatch(each -> mayBeCalled.test(each.getAddress()))) {
                    judged.tryFailure(new ForbiddenAddressException());
                } else {
                    judged.trySuccess(
                            looked.getNow().stream().limit(MOST_ADDRESSES).toList());
                }
            });
            return judged;
        }
    }
}
