/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.door;

/** Whether a request comes from the provider. Reasons are for whoever sets a connector up and quote nothing. */
public sealed interface Authenticity {

    /** A signature under one of the connector's secrets covers it. */
    record Genuine() implements Authenticity {}

    /** It has no such signature, or one that is too old. */
    record Forged(String reason) implements Authenticity {}

    /** It is so broken that what a signature would cover cannot be told. */
    record Unreadable(String reason) implements Authenticity {}
}
