/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.smpp;

import io.uptext.platform.kafka.KafkaClients;
import io.uptext.testkit.process.Lifeline;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;

/** Sends records of the service's to Kafka, as many and as fast as it is told over a connection. */
final class RawProducerProgram {

    private RawProducerProgram() {}

    /** Is told on the port of loopback that is named first, and sends to the Kafka that is named second. */
    public static void main(String[] arguments) throws Exception {
        Lifeline.hold(() -> {
            KafkaProperties properties = new KafkaProperties();
            properties.setBootstrapServers(List.of(arguments[1]));
            Producer<byte[], byte[]> producer = new KafkaProducer<>(
                    new KafkaClients(properties).producerSettings("raw"),
                    new ByteArraySerializer(),
                    new ByteArraySerializer());
            List<ProducerRecord<byte[], byte[]>> records = RawRecords.write();
            ServerSocket server = new ServerSocket();
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), Integer.parseInt(arguments[0])));
            Thread.ofPlatform().daemon().start(() -> serve(server, producer, records));
            return () -> {
                server.close();
                producer.close();
            };
        });
    }

    private static void serve(
            ServerSocket server, Producer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept();
                    DataInputStream order = new DataInputStream(socket.getInputStream());
                    DataOutputStream answer = new DataOutputStream(socket.getOutputStream())) {
                RawProducer.write(new RawLoad(producer, records, RawProducer.readLoad(order)).run(), answer);
            } catch (IOException e) {
                // Closed, or the benchmark is gone.
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
