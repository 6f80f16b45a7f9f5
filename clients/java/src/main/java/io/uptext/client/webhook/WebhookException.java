/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.client.webhook;

/** A webhook that is not to be believed; answer it with 401. It repeats nothing of it. */
public final class WebhookException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final WebhookFlaw flaw;

    WebhookException(WebhookFlaw flaw) {
        super("the webhook does not verify: " + flaw);
        this.flaw = flaw;
    }

    /** What is wrong with it. */
    public WebhookFlaw flaw() {
        return flaw;
    }
}
