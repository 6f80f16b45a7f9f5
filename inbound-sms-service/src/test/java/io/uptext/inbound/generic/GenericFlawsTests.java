/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.inbound.door.Authentication;
import io.uptext.inbound.door.Connectors;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A generic connector that makes no sense fails at the start, with a sentence. */
class GenericFlawsTests {

    private static final String STANDARD_SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String SECRET = "demo-secret-of-a-gateway";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIGNATURE | body=xml | options.body is one of json, form, query",
                "BASIC | body=JSON | options.body is one of json, form, query",
                "BASIC | body=query | ",
                "SIGNATURE | body=query | options.body: query leaves no body that could be signed",
                "SIGNATURE | signature=none | options.signature is one of standard-webhooks, hmac",
                "SIGNATURE | signature=hmac | options.hmac-header is the name of the header",
                "SIGNATURE | signature=hmac;hmac-header=X Mac | options.hmac-header is the name of the header",
                "SIGNATURE | signature=hmac;hmac-header=X-Mac | ",
                "SIGNATURE | signature=hmac;hmac-header=X-Mac;hmac-algorithm=md5 | options.hmac-algorithm is one of sha256, sha1, sha512",
                "SIGNATURE | signature=hmac;hmac-header=X-Mac;hmac-encoding=hexadecimal | options.hmac-encoding is one of hex, base64",
                "SIGNATURE | signature=hmac;hmac-header=X-Mac;hmac-prefix=\u00e5 | options.hmac-prefix is what stands before",
                "SIGNATURE | hmac-header=X-Mac | options.hmac-header is for options.signature: hmac only",
                "HEADER | signature=hmac | options.signature is for authentication: signature only",
                "HEADER | hmac-prefix=x | options.hmac-prefix is for authentication: signature only",
                "HEADER | id-field=a..b | options.*-field are names in the JSON object",
                "HEADER | id-field=.a | options.*-field are names in the JSON object",
                "HEADER | id-field=a. | options.*-field are names in the JSON object",
                "HEADER | id-field=.a;body=form | ",
                "HEADER | text-field=' ' | options.*-field name fields of",
                "HEADER | text-field=from | options.*-field are four different fields",
                "HEADER | from-field=text;text-field=from | ",
            })
    void aWrongOptionIsNamed(Authentication way, String options, @Nullable String flaw) {
        Connectors connector = Connectors.of(new GenericDoor())
                .knownBy(way)
                .secrets(
                        options.contains("signature=hmac") || way != Authentication.SIGNATURE
                                ? SECRET
                                : STANDARD_SECRET);
        Arrays.stream(options.split(";"))
                .map(option -> option.split("=", 2))
                .forEach(option -> connector.option(option[0], option[1].replace("'", "")));

        Optional<String> found = new GenericDoor().flawOf(connector.build());

        if (flaw == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found)
                    .hasValueSatisfying(sentence -> assertThat(sentence).startsWith(flaw));
        }
    }

    @ParameterizedTest
    @CsvSource({"standard-webhooks, hush-hush-hush-hush", "standard-webhooks, whsec_c2hvcnQ=", "hmac, hush"})
    void aSecretThatIsNoSecretIsNamedWithoutQuotingIt(String signature, String secret) {
        Connectors connector = Connectors.of(new GenericDoor()).secrets(secret).option("signature", signature);
        if (signature.equals("hmac")) {
            connector.option("hmac-header", "X-Mac");
        }

        assertThat(new GenericDoor().flawOf(connector.build()))
                .hasValueSatisfying(
                        sentence -> assertThat(sentence).startsWith("secrets ").doesNotContain(secret));
    }
}
