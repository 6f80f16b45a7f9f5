/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.quickstart;

import io.uptext.element.Element;
import io.uptext.quickstart.acme.Acme;
import io.uptext.quickstart.apipage.ApiPage;
import io.uptext.quickstart.phone.Phone;
import io.uptext.quickstart.web.PageServer;
import io.uptext.quickstart.web.PageServer.Allowed;
import java.net.http.HttpClient;
import java.util.Map;

/**
 * What a person opens: the demo site, the page of the API and the phone.
 *
 * @param http by which they call
 * @param addresses where they and the services are
 */
record Sites(HttpClient http, Addresses addresses) {

    PageServer acme(String apiKey) {
        String notifier = Addresses.url(addresses.notifier());
        String challenge = Addresses.url(addresses.challenge());
        Acme acme = new Acme(
                http, challenge, apiKey, Addresses.url(addresses.acme()), Addresses.url(addresses.phone()) + "/");
        return PageServer.start(
                addresses.acme(),
                "pages/acme",
                new Allowed(notifier, notifier, challenge),
                Map.of("element", notifier + Element.path(), "integrity", Element.integrity()),
                acme.routes());
    }

    PageServer api() {
        ApiPage api = new ApiPage(http, Addresses.url(addresses.challenge()));
        return PageServer.start(addresses.api(), "pages/api", Allowed.NOTHING, Map.of(), api.routes());
    }

    PageServer phone(Phone phone) {
        return PageServer.start(addresses.phone(), "pages/phone", Allowed.NOTHING, Map.of(), phone.routes());
    }
}
