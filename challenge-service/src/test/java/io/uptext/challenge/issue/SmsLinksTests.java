/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.vocabulary.Destination;
import java.net.URI;
import org.junit.jupiter.api.Test;

class SmsLinksTests {

    @Test
    void eachPhoneHasItsForm() {
        SmsLinks links = SmsLinks.of(new Destination("50500"), "ACME LOGIN 7KQ4M2XHC");
        assertThat(links.standard()).isEqualTo("sms:50500?body=ACME%20LOGIN%207KQ4M2XHC");
        assertThat(links.ios()).isEqualTo("sms:50500&body=ACME%20LOGIN%207KQ4M2XHC");
        assertThat(links.both()).isEqualTo("sms:50500?&body=ACME%20LOGIN%207KQ4M2XHC");
    }

    @Test
    void aLongNumberKeepsItsPlusSign() {
        assertThat(SmsLinks.of(new Destination("+46701234567"), "A").standard()).isEqualTo("sms:+46701234567?body=A");
    }

    @Test
    void whatWouldEndTheBodyIsEscaped() {
        String text = "A+B&C=D?E#F\"G<H>\u00e5";
        SmsLinks links = SmsLinks.of(new Destination("50500"), text);
        assertThat(links.standard()).isEqualTo("sms:50500?body=A%2BB%26C%3DD%3FE%23F%22G%3CH%3E%C3%A5");
        assertThat(URI.create(links.standard()).getSchemeSpecificPart()).isEqualTo("50500?body=" + text);
    }
}
