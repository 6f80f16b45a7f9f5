/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.esme;

import io.uptext.inbound.gsm.Alphabet;
import io.uptext.inbound.smpp.BindMode;
import io.uptext.inbound.smpp.CommandStatus;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to bind at a carrier's SMSCs, as an operator writes it; docs/connectors/smpp.md explains each.
 *
 * @param smscs {@code host:port} of each SMSC; at least one
 * @param systemId who we are to the carrier, 1 to 15 characters
 * @param systemType what kind of system we are, up to 12 characters; most carriers want none
 * @param bind as receiver or as transceiver
 * @param version of SMPP, 3.4 or 5.0
 * @param addressTon type of number of {@code addressRange}, 0 to 255
 * @param addressNpi numbering plan of {@code addressRange}, 0 to 255
 * @param addressRange what we serve, as a UNIX regular expression of up to 40 characters; most carriers want none
 * @param binds how many at each SMSC, 1 to 16
 * @param window how many messages of one bind may be under way, 1 to 1,000
 * @param defaultAlphabet what the carrier means by data coding 0
 * @param networkTag the optional parameter in which the carrier names the sender's network, if it does
 * @param enquireLink after which silence the link is tried; a link that leaves two trials without an answer is given up
 * @param responseTimeout for a connection, a TLS handshake, and the answers to a bind and to an unbind
 * @param reconnectFirst the longest wait before the first try to bind again; it doubles with each
 * @param reconnectMost the longest wait between two tries
 * @param refusedPause the wait after system id or password were refused: some carriers lock accounts that go on trying
 * @param redeliveryWindow for how long the same message is the same one, come again after a lost response
 * @param unavailableStatus what the carrier is told while a message cannot be stored
 * @param throttledStatus what it is told while more than the window is under way
 * @param tls how the link is encrypted
 */
public record SmppSettings(
        @DefaultValue List<String> smscs,
        @DefaultValue("") String systemId,
        @DefaultValue("") String systemType,
        @DefaultValue("receiver") BindMode bind,
        @DefaultValue("3.4") String version,
        @DefaultValue("0") int addressTon,
        @DefaultValue("0") int addressNpi,
        @DefaultValue("") String addressRange,
        @DefaultValue("1") int binds,
        @DefaultValue("100") int window,
        @DefaultValue("gsm-7bit") Alphabet defaultAlphabet,
        @Nullable String networkTag,
        @DefaultValue("30s") Duration enquireLink,
        @DefaultValue("10s") Duration responseTimeout,
        @DefaultValue("1s") Duration reconnectFirst,
        @DefaultValue("60s") Duration reconnectMost,
        @DefaultValue("5m") Duration refusedPause,
        @DefaultValue("5m") Duration redeliveryWindow,
        @DefaultValue("ESME_RX_T_APPN") CommandStatus unavailableStatus,
        @DefaultValue("ESME_RTHROTTLED") CommandStatus throttledStatus,
        @DefaultValue Tls tls) {

    public SmppSettings {
        smscs = List.copyOf(smscs);
    }

    /**
     * How a link is encrypted.
     *
     * @param enabled whether it is; a certificate is then checked against the SMSC's host name
     * @param bundle the name of an SSL bundle ({@code spring.ssl.bundle}) with what we trust and, where the carrier asks for
     *     it, our own certificate; without one, the certificates are trusted that Java trusts
     */
    public record Tls(
            @DefaultValue("false") boolean enabled,
            @Nullable String bundle) {}

    /** Without who we are. */
    @Override
    public String toString() {
        return "SmppSettings" + smscs;
    }
}
