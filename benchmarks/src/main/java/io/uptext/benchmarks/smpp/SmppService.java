/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import io.uptext.benchmarks.server.Backend;
import io.uptext.simulator.smsc.SimulatedSmsc;
import io.uptext.simulator.smsc.SmscSettings;
import io.uptext.simulator.traffic.Load;
import io.uptext.testkit.process.ChildJvm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** inbound-sms-service with one bind at a simulated SMSC, which lives in this process. */
public final class SmppService implements Way {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Messages in front of the window, so that it is full as soon as something was answered. */
    private static final int IN_FRONT = 4;

    private static final int MOST_IN_FRONT = 10_000;

    private final SimulatedSmsc smsc;
    private final ChildJvm jvm;
    private final MobileTexts texts = new MobileTexts();

    private SmppService(SimulatedSmsc smsc, ChildJvm jvm) {
        this.smsc = smsc;
        this.jvm = jvm;
    }

    /**
     * Starts both, with these options of the service's JVM, and waits for the bind.
     *
     * @param window how many messages the SMSC leaves unanswered, and the service takes at a time
     */
    public static SmppService start(Backend backend, Path folder, List<String> options, int window)
            throws InterruptedException {
        SimulatedSmsc smsc =
                SimulatedSmsc.start(SmscSettings.builder().window(window).build());
        ChildJvm jvm = ChildJvm.start(
                SmppProgram.class,
                folder.resolve("smpp.log"),
                options,
                List.of(
                        Integer.toString(smsc.port()),
                        Integer.toString(window),
                        backend.kafka().bootstrapServers(),
                        backend.redis().uri()));
        SmppService service = new SmppService(smsc, jvm);
        if (!smsc.awaitBinds(1, PATIENCE)) {
            service.close();
            throw new IllegalStateException("The service does not bind; its log in " + folder + " may say why");
        }
        return service;
    }

    @Override
    public String title() {
        return "SMPP";
    }

    @Override
    public ProcessHandle process() {
        return jvm.process();
    }

    @Override
    public Acknowledged send(Load load) throws InterruptedException {
        int inFront = load.isPaced() ? MOST_IN_FRONT : Math.min(load.concurrency() * IN_FRONT, MOST_IN_FRONT);
        Load queued = new Load(load.count(), load.perSecond(), load.lasting(), inFront);
        return Acknowledged.of(
                smsc.load(texts.next(Math.toIntExact(load.count())), queued).run());
    }

    @Override
    public void close() {
        jvm.close();
        smsc.close();
    }
}
