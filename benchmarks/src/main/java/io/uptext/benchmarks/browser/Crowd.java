/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.browser;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Some browsers, each with a token of its own. All happens on one event loop. */
final class Crowd {

    private static final long FIRST_RETRY_MILLIS = 2_000;

    private final Sockets sockets;
    private final String[] tokens;
    private final @Nullable Channel[] channels;
    private final long[] lostAt;
    private final long[] stateAt;
    private final long[] toldAt;
    private final byte[] endings;
    private final boolean[] waits;
    private final int[] ports;
    private final int[] failures;
    private final long[] retryMillis;
    private final Random random = new Random(1);
    private int port;
    private Comeback comeback;
    private int next;
    private int told;
    private int lost;
    private int refused;
    private boolean closed;

    Crowd(Sockets sockets, String[] tokens, int port, Comeback comeback) {
        this.sockets = sockets;
        this.tokens = tokens;
        this.channels = new Channel[tokens.length];
        this.lostAt = new long[tokens.length];
        this.stateAt = new long[tokens.length];
        this.toldAt = new long[tokens.length];
        this.endings = new byte[tokens.length];
        this.waits = new boolean[tokens.length];
        this.ports = new int[tokens.length];
        this.failures = new int[tokens.length];
        this.retryMillis = new long[tokens.length];
        this.port = port;
        this.comeback = comeback;
    }

    private EventLoop loop() {
        return sockets.loop();
    }

    /** Has them come, so many at a time that wait for their state. */
    void come(int atATime) {
        loop().execute(() -> {
            for (int i = 0; i < atATime; i++) {
                comeNext();
            }
        });
    }

    private void comeNext() {
        if (next < tokens.length && !closed) {
            connect(next++);
        }
    }

    private void connect(int number) {
        if (closed) {
            return;
        }
        ChannelFuture connected = sockets.connect(port, number, new Browser(this, number));
        channels[number] = connected.channel();
        ports[number] = port;
        var _ = connected.addListener(future -> {
            if (!future.isSuccess()) {
                left(number, System.nanoTime());
            }
        });
    }

    /** Where they turn to from now on when their connections break, and how. */
    void comeBack(int newPort, Comeback how) {
        await(() -> {
            port = newPort;
            comeback = how;
        });
    }

    String token(int number) {
        return tokens[number];
    }

    void refused() {
        refused++;
    }

    void retry(int number, long millis) {
        retryMillis[number] = millis;
    }

    void state(int number, long now) {
        boolean isFirst = stateAt[number] == 0;
        stateAt[number] = now;
        failures[number] = 0;
        waits[number] = true;
        if (isFirst) {
            comeNext();
        }
    }

    void told(int number, long now, int ending) {
        if (toldAt[number] == 0) {
            toldAt[number] = now;
            endings[number] = (byte) ending;
            told++;
        }
        waits[number] = false;
    }

    void left(int number, long now) {
        waits[number] = false;
        if (toldAt[number] != 0 || closed) {
            return;
        }
        if (lostAt[number] == 0 && stateAt[number] != 0) {
            lostAt[number] = now;
        }
        lost++;
        if (comeback != Comeback.NEVER) {
            long retry = retryMillis[number] == 0 ? FIRST_RETRY_MILLIS : retryMillis[number];
            long pause = comeback.pauseMillis(failures[number]++, retry, random.nextDouble());
            var _ = loop().schedule(() -> connect(number), pause, TimeUnit.MILLISECONDS);
        }
    }

    Count count() {
        Count[] count = new Count[1];
        await(() -> count[0] = new Count(waiting(), told, lost, refused));
        return count[0];
    }

    private int waiting() {
        int sum = 0;
        for (int i = 0; i < waits.length; i++) {
            sum += waits[i] && ports[i] == port ? 1 : 0;
        }
        return sum;
    }

    /** What each has seen; it is as if no connection had broken yet, from then on. */
    List<Seen> seen() {
        List<Seen> all = new ArrayList<>(tokens.length);
        await(() -> {
            for (int i = 0; i < tokens.length; i++) {
                all.add(new Seen(lostAt[i], stateAt[i], toldAt[i], endings[i]));
                lostAt[i] = 0;
            }
        });
        return all;
    }

    /** Sends them all away. */
    void close() {
        await(() -> {
            closed = true;
            for (@Nullable Channel each : channels) {
                if (each != null) {
                    var _ = each.close();
                }
            }
        });
    }

    private void await(Runnable task) {
        var _ = loop().submit(task).syncUninterruptibly();
    }
}
