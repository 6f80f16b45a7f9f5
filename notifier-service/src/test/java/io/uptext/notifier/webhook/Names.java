/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.webhook;

import io.netty.resolver.AbstractAddressResolver;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Leads names where a test wants, another way each time, and remembers who has been asked for. */
final class Names extends AddressResolverGroup<InetSocketAddress> {

    private final Map<String, List<List<InetSocketAddress>>> answers = new HashMap<>();
    private final List<String> lookups = new CopyOnWriteArrayList<>();

    /** What the next lookup of a host gives, if this is said several times; the last one goes on for ever. */
    Names lead(String host, InetSocketAddress... to) {
        answers.computeIfAbsent(host, _ -> new ArrayList<>()).add(List.of(to));
        return this;
    }

    List<String> lookups() {
        return List.copyOf(lookups);
    }

    private synchronized List<InetSocketAddress> next(String host) throws UnknownHostException {
        lookups.add(host);
        List<List<InetSocketAddress>> left = answers.get(host);
        if (left == null) {
            throw new UnknownHostException(host);
        }
        return left.size() > 1 ? left.removeFirst() : left.getFirst();
    }

    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
        return new AbstractAddressResolver<>(executor, InetSocketAddress.class) {

            @Override
            protected boolean doIsResolved(InetSocketAddress address) {
                return !address.isUnresolved();
            }

            @Override
            protected void doResolve(InetSocketAddress unresolved, Promise<InetSocketAddress> promise)
                    throws UnknownHostException {
                promise.setSuccess(next(unresolved.getHostString()).getFirst());
            }

            @Override
            protected void doResolveAll(InetSocketAddress unresolved, Promise<List<InetSocketAddress>> promise)
                    throws UnknownHostException {
                promise.setSuccess(next(unresolved.getHostString()));
            }
        };
    }
}
