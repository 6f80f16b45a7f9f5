/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp.peer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An SMSC in another language, a process of its own. It is told what to deliver, and tells what happens, in lines of JSON:
 *
 * <pre>
 * it:  {"listening": port}     first of all
 * it:  {"bound": true}         or false, when the session of the last bind has ended
 * we:  {"id": 1, "source_addr": "...", ..., "short_message": hex, "tlvs": [[tag, hex], ...]}
 * it:  {"id": 1, "status": 0}  or {"id": 1, "error": "..."}
 * </pre>
 *
 * <p>It ends when its input does, so none outlives us.
 */
final class ScriptSmsc implements PeerSmsc {

    private static final Duration START_LIMIT = Duration.ofSeconds(30);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String name;
    private final Process process;
    private final Path log;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final LatestSession<Boolean> bound = new LatestSession<>();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<Integer>> awaited = new ConcurrentHashMap<>();

    private ScriptSmsc(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one and waits until it listens.
     *
     * @param environment more of it
     */
    static ScriptSmsc start(String name, List<String> command, Map<String, String> environment) {
        Path log = Path.of(System.getProperty("java.io.tmpdir"), "smsc-" + name + ".log");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            ScriptSmsc smsc = new ScriptSmsc(name, builder.start(), log);
            Thread.ofVirtual().start(smsc::listen);
            smsc.awaitListening();
            return smsc;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }

    private void awaitListening() {
        try {
            var _ = port.get(START_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            close();
            throw new IllegalStateException(name + " does not listen; see " + log, e);
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                take(JSON.readTree(line));
            }
        } catch (IOException e) {
            // it has been ended
        } finally {
            IllegalStateException over = new IllegalStateException(name + " has ended; see " + log);
            port.completeExceptionally(over);
            bound.ended(true);
            awaited.values().forEach(answer -> answer.completeExceptionally(over));
        }
    }

    private void take(JsonNode said) {
        if (said.has("listening")) {
            port.complete(said.get("listening").intValue());
        } else if (said.has("bound")) {
            if (said.get("bound").booleanValue()) {
                bound.opened(true);
            } else {
                bound.ended(true);
            }
        } else {
            CompletableFuture<Integer> answer = awaited.get(said.get("id").intValue());
            if (answer == null) {
                return;
            }
            if (said.has("status")) {
                answer.complete((int) said.get("status").longValue());
            } else {
                answer.completeExceptionally(
                        new IllegalStateException(said.get("error").stringValue()));
            }
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int port() {
        return port.join();
    }

    @Override
    public void awaitBinds(int count, Duration patience) {
        bound.await(count, patience);
    }

    @Override
    public int deliver(PeerMessage message, Duration patience) {
        int id = ids.incrementAndGet();
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        awaited.put(id, answer);
        try {
            say(JSON.writeValueAsString(order(id, message)) + "\n");
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException | IOException e) {
            throw new IllegalStateException("no response to " + message, e);
        } finally {
            awaited.remove(id);
        }
    }

    private synchronized void say(String line) throws IOException {
        process.getOutputStream().write(line.getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    private static Map<String, Object> order(int id, PeerMessage message) {
        HexFormat hex = HexFormat.of();
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("id", id);
        order.put("source_addr_ton", message.fromTon());
        order.put("source_addr_npi", message.fromNpi());
        order.put("source_addr", message.from());
        order.put("dest_addr_ton", message.toTon());
        order.put("dest_addr_npi", message.toNpi());
        order.put("destination_addr", message.to());
        order.put("esm_class", message.esmClass());
        order.put("protocol_id", message.protocolId());
        order.put("data_coding", message.dataCoding());
        order.put("short_message", hex.formatHex(message.shortMessage()));
        order.put(
                "tlvs",
                message.tlvs().entrySet().stream()
                        .map(tlv -> List.of(tlv.getKey(), hex.formatHex(tlv.getValue())))
                        .toList());
        return order;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A script that lies beside this class. */
    static Path script(String file) {
        return Path.of("src", "test", "resources", "io", "uptext", "inbound", "smpp", "peer", file);
    }
}
