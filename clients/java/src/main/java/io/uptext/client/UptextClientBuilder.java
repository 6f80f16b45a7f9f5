/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a client is told; the first four must be there. */
public final class UptextClientBuilder {

    private static final Pattern KEY = Pattern.compile("upk_[!-~]{1,200}");

    private @Nullable URI url;
    private @Nullable String apiKey;
    private @Nullable String issuer;
    private @Nullable String relyingParty;
    private Duration connectTimeout = Duration.ofSeconds(3);
    private Duration attemptTimeout = Duration.ofSeconds(5);
    private Duration totalTimeout = Duration.ofSeconds(15);
    private Clock clock = Clock.systemUTC();
    private @Nullable Executor executor;

    UptextClientBuilder() {}

    /** Where challenge-service is, {@code https://sms.example.com}; a path below it is kept. */
    public UptextClientBuilder url(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web
                || url.getHost() == null
                || url.getRawQuery() != null
                || url.getRawFragment() != null
                || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "the url is http or https with a host, and has no query, fragment or user");
        }
        this.url = url;
        return this;
    }

    /** {@code upk_…}. It is sent to the url and nowhere else. */
    public UptextClientBuilder apiKey(String apiKey) {
        if (!KEY.matcher(apiKey).matches()) {
            throw new IllegalArgumentException("an API key begins with upk_ and has visible characters of ASCII only");
        }
        this.apiKey = apiKey;
        return this;
    }

    /** In whose name proofs are signed: what Uptext's operator has set as {@code uptext.challenge.issuer}. */
    public UptextClientBuilder issuer(String issuer) {
        this.issuer = issuer;
        return this;
    }

    /** Whom proofs are for: your name in the registry. */
    public UptextClientBuilder relyingParty(String relyingParty) {
        this.relyingParty = relyingParty;
        return this;
    }

    /** How long a connection may take to come about; 3 s. */
    public UptextClientBuilder connectTimeout(Duration timeout) {
        this.connectTimeout = positive(timeout);
        return this;
    }

    /** How long one try may take; 5 s. A redemption may wait for two. */
    public UptextClientBuilder attemptTimeout(Duration timeout) {
        this.attemptTimeout = positive(timeout);
        return this;
    }

    /** How long all tries and the pauses between them may take; 15 s. */
    public UptextClientBuilder totalTimeout(Duration timeout) {
        this.totalTimeout = positive(timeout);
        return this;
    }

    /** On which threads answers are read; on some that come and go, if nothing is said. None waits for an answer. */
    public UptextClientBuilder executor(Executor executor) {
        this.executor = executor;
        return this;
    }

    /** By which clock proofs expire; the system's. */
    public UptextClientBuilder clock(Clock clock) {
        this.clock = clock;
        return this;
    }

    /** The client. */
    public UptextClient build() {
        URI base = Objects.requireNonNull(url, "the url is missing");
        String key = Objects.requireNonNull(apiKey, "the API key is missing");
        String by = Objects.requireNonNull(issuer, "the issuer is missing");
        String to = Objects.requireNonNull(relyingParty, "the relying party is missing");
        HttpClient.Builder http = HttpClient.newBuilder()
                // Whoever redirects us gets neither the key nor the number.
                .followRedirects(HttpClient.Redirect.NEVER)
                // Over TLS both sides say what they speak; without it, the offer to change confuses some proxies.
                .version("https".equals(base.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .connectTimeout(connectTimeout);
        if (executor != null) {
            http.executor(executor);
        }
        Transport transport = new Transport(http.build(), base, key, attemptTimeout);
        return new UptextClient(new AsyncUptextClient(transport, totalTimeout, clock, by, to));
    }

    private static Duration positive(Duration timeout) {
        if (timeout.isZero() || timeout.isNegative()) {
            throw new IllegalArgumentException("a timeout is more than nothing");
        }
        return timeout;
    }
}
