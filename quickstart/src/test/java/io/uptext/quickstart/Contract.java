/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.contract.ApiContract;
import io.uptext.testkit.contract.Exchange;
import java.net.http.HttpResponse;
import java.nio.file.Path;

/** What challenge-service is said to answer; every answer in these tests is held to it. */
final class Contract {

    static final Path FILE = Path.of("..", "docs", "api", "openapi.json");
    static final ApiContract API = ApiContract.read(FILE);

    private Contract() {}

    /** The answer, if it is one that is documented. */
    static HttpResponse<String> held(HttpResponse<String> answer) {
        Exchange exchange = Exchange.of(answer);
        assertThat(API.objections(exchange))
                .as("%s %s is held to docs/api/openapi.json", exchange.method(), exchange.path())
                .isEmpty();
        return answer;
    }
}
