/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.aws;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.uptext.inbound.door.Connector;
import io.uptext.inbound.door.Form;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A topic of Amazon SNS and what its messages may send us to.
 *
 * <p>Addresses in a message are written by whoever wrote it, before anything is proven. They are good only on the host of the
 * topic's own region, which the topic's ARN says, and are compared as they are written: what no parser has touched, two parsers
 * cannot understand differently.
 *
 * @param arn its name
 * @param host the host of SNS in its region
 */
record Topic(String arn, String host) {

    /** The option that names the topics whose messages are taken. */
    static final String OPTION = "topics";

    private static final Pattern ARN = Pattern.compile(
            "arn:(aws|aws-us-gov|aws-cn):sns:([a-z][a-z0-9-]{2,31}):[0-9]{12}:" + "[A-Za-z0-9_-]{1,256}(\\.fifo)?");
    private static final Pattern CERTIFICATE_PATH = Pattern.compile("/[A-Za-z0-9_-]{1,200}\\.pem");
    private static final Pattern CONFIRMATION_PATH = Pattern.compile("/\\?([A-Za-z0-9%&=:._~+-]{1,2000})");

    /** The topic of an ARN, or empty where it is none. */
    static Optional<Topic> of(String arn) {
        return Optional.of(ARN.matcher(arn))
                .filter(Matcher::matches)
                .map(parts -> new Topic(
                        arn,
                        "sns." + parts.group(2) + ".amazonaws.com"
                                + (parts.group(1).equals("aws-cn") ? ".cn" : "")));
    }

    /** What a connector's option names, topics or not. */
    static List<String> named(Connector connector) {
        return Arrays.stream(connector.option(OPTION).orElse("").split(",", -1))
                .map(String::strip)
                .toList();
    }

    /** Where a certificate may be fetched, if this is such an address. */
    Optional<URI> certificate(String address) {
        return pathOf(address)
                .filter(path -> CERTIFICATE_PATH.matcher(path).matches())
                .map(_ -> URI.create(address));
    }

    /** Where a subscription to this topic may be confirmed, if this is such an address. */
    Optional<URI> confirmation(String address) {
        return pathOf(address)
                .map(CONFIRMATION_PATH::matcher)
                .filter(Matcher::matches)
                .flatMap(query -> Form.parse(query.group(1).getBytes(US_ASCII)))
                .filter(query -> query.only("Action")
                        .filter("ConfirmSubscription"::equals)
                        .isPresent())
                .filter(query -> query.only("TopicArn").filter(arn::equals).isPresent())
                .map(_ -> URI.create(address));
    }

    private Optional<String> pathOf(String address) {
        String start = "https://" + host;
        return address.startsWith(start + "/") ? Optional.of(address.substring(start.length())) : Optional.empty();
    }
}
