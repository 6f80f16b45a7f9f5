/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authenticity;
import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Connectors;
import io.uptext.inbound.door.Reading;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a message names is fetched, unless it is SNS's own in the topic's region. */
class AwsAddressesTests {

    private final FakeNetwork network = new FakeNetwork();
    private final AwsDoor door = new AwsDoor(network, network, SnsTestKeys::anchors);
    private final Connector connector =
            Connectors.of(door).option("topics", SnsMessages.TOPIC).build();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a.pem",
                "https://0x7f.1/a.pem",
                "https://2130706433/a.pem",
                "https://[::ffff:127.0.0.1]/a.pem",
                "https://[::1]/a.pem",
                "https://169.254.169.254/latest/meta-data/a.pem",
                "https://10.0.0.1/a.pem",
                "http://sns.eu-north-1.amazonaws.com/a.pem",
                "HTTPS://sns.eu-north-1.amazonaws.com/a.pem",
                "ftp://sns.eu-north-1.amazonaws.com/a.pem",
                "file:///etc/ssl/a.pem",
                "jar:https://sns.eu-north-1.amazonaws.com/a.pem",
                "//sns.eu-north-1.amazonaws.com/a.pem",
                "https:sns.eu-north-1.amazonaws.com/a.pem",
                "https://sns.eu-north-1.amazonaws.com:443/a.pem",
                "https://sns.eu-north-1.amazonaws.com:6379/a.pem",
                "https://user@sns.eu-north-1.amazonaws.com/a.pem",
                "https://sns.eu-north-1.amazonaws.com@evil.example/a.pem",
                "https://sns.eu-north-1.amazonaws.com%40evil.example/a.pem",
                "https://sns.eu-north-1.amazonaws.com\\@evil.example/a.pem",
                "https://evil.example\\.sns.eu-north-1.amazonaws.com/a.pem",
                "https://evil.example#sns.eu-north-1.amazonaws.com/a.pem",
                "https://evil.example?sns.eu-north-1.amazonaws.com/a.pem",
                "https://sns.eu-north-1.amazonaws.com.evil.example/a.pem",
                "https://evil.sns.eu-north-1.amazonaws.com/a.pem",
                "https://snsXeu-north-1.amazonaws.com/a.pem",
                "https://sns.eu-north-1.amazonaws.com./a.pem",
                "https://sns\u3002eu-north-1\u3002amazonaws\u3002com/a.pem",
                "https://sns.eu-north-1.amazonaws.co\u217f/a.pem",
                "https://sns.us-east-1.amazonaws.com/a.pem",
                "https://sns.eu-north-1.amazonaws.com.cn/a.pem",
                "https://s3.amazonaws.com/a.pem",
                "https://s3.eu-north-1.amazonaws.com/evil/a.pem",
                "https://sns.eu-north-1.amazonaws.com/",
                "https://sns.eu-north-1.amazonaws.com",
                "https://sns.eu-north-1.amazonaws.com/.pem",
                "https://sns.eu-north-1.amazonaws.com/a.pem/",
                "https://sns.eu-north-1.amazonaws.com/a.pem?x=1",
                "https://sns.eu-north-1.amazonaws.com/a.pem#x",
                "https://sns.eu-north-1.amazonaws.com/a.pem\n",
                "https://sns.eu-north-1.amazonaws.com/a/b.pem",
                "https://sns.eu-north-1.amazonaws.com/../a.pem",
                "https://sns.eu-north-1.amazonaws.com//evil.example/a.pem",
                "https://sns.eu-north-1.amazonaws.com/%2e%2e/a.pem",
                "https://sns.eu-north-1.amazonaws.com/?Action=Publish&x=.pem",
                " https://sns.eu-north-1.amazonaws.com/a.pem",
            })
    void aCertificateFromElsewhereIsNotEvenLookedAt(String address) {
        assertThat(door.authenticate(
                        SnsMessages.notification()
                                .put("SigningCertURL", address)
                                .signedBy(SnsTestKeys.GOOD)
                                .request(),
                        connector))
                .isInstanceOf(Authenticity.Forged.class);
        assertThat(network.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/?Action=ConfirmSubscription&TopicArn=" + SnsMessages.TOPIC + "&Token=1",
                "http://sns.eu-north-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + SnsMessages.TOPIC
                        + "&Token=1",
                "https://sns.us-east-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + SnsMessages.TOPIC
                        + "&Token=1",
                "https://sns.eu-north-1.amazonaws.com:8443/?Action=ConfirmSubscription&TopicArn=" + SnsMessages.TOPIC,
                "https://a@sns.eu-north-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + SnsMessages.TOPIC,
                "https://sns.eu-north-1.amazonaws.com/x?Action=ConfirmSubscription&TopicArn=" + SnsMessages.TOPIC,
                "https://sns.eu-north-1.amazonaws.com?Action=ConfirmSubscription&TopicArn=" + SnsMessages.TOPIC,
                "https://sns.eu-north-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=" + SnsMessages.TOPIC + "#x",
                "https://sns.eu-north-1.amazonaws.com/?Action=Unsubscribe&TopicArn=" + SnsMessages.TOPIC,
                "https://sns.eu-north-1.amazonaws.com/?Action=Unsubscribe&Action=ConfirmSubscription&TopicArn="
                        + SnsMessages.TOPIC,
                "https://sns.eu-north-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-north-1:9:other",
                "https://sns.eu-north-1.amazonaws.com/?Action=ConfirmSubscription",
                "https://sns.eu-north-1.amazonaws.com/",
                "",
            })
    void aSubscriptionIsConfirmedNowhereElse(String address) {
        assertThat(door.read(
                        SnsMessages.subscription()
                                .put("SubscribeURL", address)
                                .signedBy(SnsTestKeys.GOOD)
                                .request(),
                        connector))
                .isInstanceOf(Reading.Malformed.class);
    }

    @Test
    void theTopicMayBeEscapedInItsConfirmation() {
        String address = SnsMessages.HOST + "/?Action=ConfirmSubscription&TopicArn="
                + SnsMessages.TOPIC.replace(":", "%3A") + "&Token=1";

        assertThat(door.read(
                        SnsMessages.subscription()
                                .put("SubscribeURL", address)
                                .signedBy(SnsTestKeys.GOOD)
                                .request(),
                        connector))
                .isEqualTo(new Reading.Subscription(URI.create(address)));
    }

    @ParameterizedTest
    @CsvSource({
        "arn:aws:sns:us-east-1:123456789012:a, sns.us-east-1.amazonaws.com",
        "arn:aws-us-gov:sns:us-gov-west-1:123456789012:a_b-C.fifo, sns.us-gov-west-1.amazonaws.com",
        "arn:aws-cn:sns:cn-north-1:123456789012:a, sns.cn-north-1.amazonaws.com.cn",
    })
    void eachRegionHasItsHost(String arn, String host) {
        assertThat(Topic.of(arn)).hasValue(new Topic(arn, host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a",
                "arn:aws:sns:us-east-1:123456789012:",
                "arn:aws:sns::123456789012:a",
                "arn:aws:sns:us-east-1:12345678901:a",
                "arn:aws:sqs:us-east-1:123456789012:a",
                "arn:evil:sns:us-east-1:123456789012:a",
                "arn:aws:sns:evil.example/:123456789012:a",
                "arn:aws:sns:us-east-1.evil.example:123456789012:a",
                "arn:aws:sns:us-east-1:123456789012:a:b",
                "arn:aws:sns:us-east-1:123456789012:a\n",
                "ARN:aws:sns:us-east-1:123456789012:a",
            })
    void whatIsNoTopicHasNoHost(String arn) {
        assertThat(Topic.of(arn)).isEmpty();
    }
}
