/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.benchmarks.watch;

import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Somebody who waits: a challenge in open mode, whose outcome has two digits that tell it from the others.
 *
 * @param id of the challenge
 * @param token what the browser shows
 * @param tokenHash what is known of it
 * @param ending the last two digits of the number that confirms
 * @param challenge as challenge-service writes it
 * @param outcome as the verifier writes it
 */
public record Visitor(
        String id,
        String token,
        String tokenHash,
        int ending,
        ProducerRecord<byte[], byte[]> challenge,
        ProducerRecord<byte[], byte[]> outcome) {}
