/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.page;

import io.uptext.challenge.http.BrowserAddresses;
import io.uptext.contracts.event.AuthConfirmed;
import io.uptext.contracts.event.ChallengeContext;
import io.uptext.contracts.event.ChallengeCreated;
import io.uptext.contracts.event.ReturnTo;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.ChallengeId;
import io.uptext.contracts.vocabulary.CodeForm;
import io.uptext.contracts.vocabulary.CodeKey;
import io.uptext.contracts.vocabulary.ConnectorId;
import io.uptext.contracts.vocabulary.Destination;
import io.uptext.contracts.vocabulary.MessageId;
import io.uptext.contracts.vocabulary.Msisdn;
import io.uptext.contracts.vocabulary.RelyingPartyId;
import io.uptext.contracts.vocabulary.RouteTrust;
import io.uptext.contracts.vocabulary.WaitToken;
import io.uptext.contracts.vocabulary.WrongPhonePolicy;
import io.uptext.platform.http.ProblemAnswers;
import io.uptext.platform.view.ChallengeView;
import io.uptext.platform.view.ViewLog;
import io.uptext.registry.Limits;
import io.uptext.registry.RelyingParty;
import io.uptext.registry.SubjectPolicy;
import io.uptext.registry.ValidityPolicy;
import io.uptext.registry.WebOrigin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.reactive.function.server.HandlerStrategies;
import org.springframework.web.reactive.function.server.RouterFunctions;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Challenges of Acme, and a browser that asks for their pages. */
final class Scene {

    static final Instant START = Instant.parse("2026-11-24T08:00:00.000Z");
    static final Instant END = START.plus(Duration.ofMinutes(3));
    static final ChallengeId ID = new ChallengeId("chl_01h8xgq5m9k3v7w2z4n6t8r0ya");
    static final RelyingPartyId ACME = new RelyingPartyId("acme");
    static final Msisdn PHONE = Msisdn.ofE164("+46701234567");
    static final WaitToken TOKEN = token(7);
    static final ReturnTo BACK = new ReturnTo("https://acme.example/return?a=b", "s 1");
    static final String WAY_BACK =
            "https://acme.example/return?a=b&challenge=" + ID.value() + "&status=%s&state=s%%201";
    static final ChallengeContext CONTEXT = new ChallengeContext("Pay 25.00 EUR", "Firefox on Windows", "Göteborg");

    private static final CodeKey KEY = new CodeKey("0".repeat(64));

    final ChallengeView view = new ChallengeView();
    private Optional<RelyingParty> party = Optional.of(acme("Acme", "https://acme.example", "http://localhost:9000"));
    private SmsLinkForm form = SmsLinkForm.AUTO;
    private @Nullable WebOrigin page = new WebOrigin("https://sms.example.com");

    static WaitToken token(int first) {
        byte[] bytes = new byte[WaitToken.BYTES];
        bytes[0] = (byte) first;
        return WaitToken.of(bytes);
    }

    /** The view has read all that there is. */
    static Scene open() {
        Scene scene = new Scene();
        ViewLog.hasReadAll(scene.view);
        return scene;
    }

    /** With Acme's challenge, of its usual context. */
    static Scene waiting() {
        return open().with(created(PHONE, BACK, CONTEXT));
    }

    Scene with(ChallengeCreated created) {
        view.apply(created, KEY);
        return this;
    }

    Scene with(@Nullable RelyingParty registered) {
        party = Optional.ofNullable(registered);
        return this;
    }

    Scene with(SmsLinkForm form) {
        this.form = form;
        return this;
    }

    Scene withoutPage() {
        page = null;
        return this;
    }

    static ChallengeCreated created(
            @Nullable Msisdn phone, @Nullable ReturnTo back, @Nullable ChallengeContext context) {
        return new ChallengeCreated(
                ID,
                ACME,
                new Destination("50500"),
                ChallengeCode.ofNormal("7KQ4M2XHC"),
                phone,
                RouteTrust.T2,
                null,
                START,
                END,
                TOKEN.hash(),
                null,
                null,
                null,
                context,
                null,
                back);
    }

    static AuthConfirmed confirmed() {
        ConnectorId door = new ConnectorId("test-door");
        return new AuthConfirmed(
                ID, ACME, PHONE, MessageId.of(door, "1"), door, RouteTrust.T2, START.plusSeconds(21), null, null);
    }

    static RelyingParty acme(String name, String... origins) {
        return new RelyingParty(
                ACME,
                name,
                "ACME LOGIN",
                new Destination("50500"),
                RelyingParty.Mode.EITHER,
                RouteTrust.T2,
                WrongPhonePolicy.REPORT,
                ValidityPolicy.DEFAULT,
                CodeForm.SHORT,
                SubjectPolicy.MSISDN,
                List.of(origins).stream().map(WebOrigin::new).toList(),
                List.of(),
                false,
                Limits.DEFAULT);
    }

    /** The answer to a browser that has the cookie. */
    Shown show(String... headers) {
        return get("/c/" + ID, withCookie(headers));
    }

    private static String[] withCookie(String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Cookie";
        all[headers.length + 1] = cookieName() + "=" + TOKEN.reveal();
        return all;
    }

    Shown get(String path, String... headers) {
        return ask(path, request -> request.GET(), headers);
    }

    Shown post(String path, String body, String... headers) {
        return ask(path, request -> request.POST(HttpRequest.BodyPublishers.ofString(body)), headers);
    }

    /** Asks a real server, which ends with the answer. */
    private Shown ask(String path, UnaryOperator<HttpRequest.Builder> method, String... headers) {
        HostedPage hosted = new HostedPage(
                new Visits(view, id -> party.filter(known -> known.id().equals(id)), Duration.ofMillis(50)),
                new BrowserAddresses(URI.create("https://watch.example.com:8443/v1/watch"), page),
                form,
                new SecureRandom(),
                Clock.fixed(START.plusSeconds(20), ZoneOffset.UTC));
        HandlerStrategies strategies = HandlerStrategies.builder()
                .exceptionHandler(new ProblemAnswers())
                .build();
        DisposableServer server = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .handle(new ReactorHttpHandlerAdapter(RouterFunctions.toHttpHandler(hosted.routes(), strategies)))
                .bindNow();
        try (HttpClient browser = HttpClient.newHttpClient()) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
            for (int i = 0; i < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
            }
            return Shown.of(browser.send(method.apply(request).build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            server.disposeNow();
        }
    }

    static String cookieName() {
        return "__Host-uptext-" + ID;
    }
}
