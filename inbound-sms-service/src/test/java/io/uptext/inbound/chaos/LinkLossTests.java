/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.chaos.BrokenServiceTests.HastySink;
import io.uptext.inbound.receive.FirstSights;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** However often the link and the broker are lost, what an SMSC believes to be safe is in Kafka, under one id (I1). */
class LinkLossTests {

    /** More make it longer: {@code -Duptext.chaos.cuts=2000}. */
    private static final int CUTS = Integer.getInteger("uptext.chaos.cuts", 200);

    private static final int CUTS_OF_A_MUTANT = 20;

    @Test
    void nothingAcknowledgedIsLostAndWhatComesAgainHasItsId() throws Exception {
        LinkLoss loss = LinkLoss.of(CUTS);

        assertThat(loss.breaches()).isEmpty();
        assertThat(loss.acknowledged()).isEqualTo(loss.sent());
        assertThat(loss.statistics().cuts()).isGreaterThanOrEqualTo(CUTS);
        assertThat(loss.statistics().redelivered()).isGreaterThanOrEqualTo(CUTS);
    }

    @Test
    void aSinkThatAcknowledgesBeforeKafkaIsFoundOut() throws Exception {
        assertThat(LinkLoss.of(CUTS_OF_A_MUTANT, HastySink.class).breaches())
                .isNotEmpty()
                .allMatch(breach -> breach.endsWith("was acknowledged and is not in Kafka"));
    }

    @Test
    void aReceiverThatTakesEachDeliveryForAnotherMessageIsFoundOut() throws Exception {
        assertThat(LinkLoss.of(CUTS_OF_A_MUTANT, ForgetfulSights.class).breaches())
                .isNotEmpty()
                .allMatch(breach -> breach.endsWith("has several event ids"));
    }

    /** Has never seen anything. */
    @Configuration(proxyBeanMethods = false)
    static class ForgetfulSights {

        @Bean
        @Primary
        FirstSights forgetfulSights() {
            AtomicInteger later = new AtomicInteger();
            return (_, _, now, _) -> CompletableFuture.completedFuture(now.plusMillis(later.incrementAndGet()));
        }
    }
}
