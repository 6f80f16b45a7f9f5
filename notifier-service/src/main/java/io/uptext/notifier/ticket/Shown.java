/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.notifier.ticket;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.uptext.contracts.vocabulary.WaitTokenHash;
import io.uptext.notifier.watch.Credential;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import reactor.netty.http.server.HttpServerRequest;

/**
 * A wait token in the header, or a ticket in the query. Whoever shows both, or two tickets, or a wait token where others could
 * read it, shows nothing: it is not what was meant, and who meant it should notice.
 */
final class Shown implements Credential {

    private static final String TICKET = "ticket";

    private final Tickets tickets;

    Shown(Tickets tickets) {
        this.tickets = tickets;
    }

    @Override
    public CompletionStage<Optional<WaitTokenHash>> shownBy(HttpServerRequest request) {
        List<String> parameters = parameters(request.uri());
        List<String> shown = parameters.stream()
                .filter(parameter -> name(parameter).equals(TICKET))
                .toList();
        boolean hasHeader = request.requestHeaders().contains(HttpHeaderNames.AUTHORIZATION);
        if (parameters.stream().anyMatch(parameter -> parameter.contains("upw_"))) {
            return nothing();
        }
        if (shown.isEmpty()) {
            return BEARER.shownBy(request);
        }
        return shown.size() == 1 && !hasHeader ? tickets.take(value(shown.getFirst())) : nothing();
    }

    private static CompletionStage<Optional<WaitTokenHash>> nothing() {
        return CompletableFuture.completedFuture(Optional.empty());
    }

    /** As they stand in the address: no ticket needs an escape, so that what has one is none. */
    private static List<String> parameters(String uri) {
        int query = uri.indexOf('?');
        return query < 0 ? List.of() : Arrays.asList(uri.substring(query + 1).split("&", -1));
    }

    private static String name(String parameter) {
        int end = parameter.indexOf('=');
        return end < 0 ? parameter : parameter.substring(0, end);
    }

    private static String value(String parameter) {
        return parameter.substring(Math.min(parameter.length(), TICKET.length() + 1));
    }
}
