/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.contracts.event.SenderNetwork;
import io.uptext.contracts.vocabulary.NetworkCode;
import io.uptext.inbound.door.DoorMessage;
import io.uptext.inbound.door.Reading;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has sent a message and what was texted, by type of number and numbering plan (SMPP 3.4, 5.2.5 and 5.2.6). */
class MessageAddressTests {

    private static final int SUBADDRESS = 0x0202;
    private static final int VENDOR = 0x1403;

    @ParameterizedTest
    @CsvSource({
        // Unknown: as it is spelled.
        "0, 0, 46701234567, , 46701234567",
        "0, 1, +46701234567, , +46701234567",
        "0, 1, 0046701234567, , 0046701234567",
        "0, 1, 0701234567, SE, 0701234567",
        // International, with whatever the SMSC has left in front of it.
        "1, 1, 46701234567, , +46701234567",
        "1, 0, +46701234567, , +46701234567",
        "1, 1, 0046701234567, , +46701234567",
        "1, 1, 46701234567, US, +46701234567",
        "1, 1, 00, , +",
        "1, 1, '', , +",
        // National, of the one country whose national numbers the carrier sends.
        "2, 1, 0701234567, SE, +46701234567",
        "2, 1, 701234567, SE, +46701234567",
        "2, 0, 2125550123, US, +12125550123",
        // Could be a number of Italy, if it were not for what the carrier says.
        "2, 1, 3912345678, US, +13912345678",
        "2, 1, 0701234567, , ",
        "2, 1, +46701234567, SE, ",
        "2, 1, '', SE, ",
        "2, 1, ACME, SE, ",
        // Of the network, of subscribers, letters, abbreviated, and what no specification has.
        "3, 1, 46701234567, SE, ",
        "4, 1, 46701234567, SE, ",
        "5, 0, 46701234567, SE, ",
        "5, 1, ACME, , ",
        "6, 1, 46701234567, SE, ",
        "7, 1, 46701234567, SE, ",
        "255, 1, 46701234567, SE, ",
    })
    void aSenderIsReadByItsTypeOfNumber(
            int ton, int npi, String digits, @Nullable String region, @Nullable String expected) {
        Reading reading = Read.of(new MessagePdu().from(ton, npi, digits), region, null);

        if (expected == null) {
            assertThat(reading).isEqualTo(new Reading.Malformed("the sender is not the phone number of a subscriber"));
        } else {
            assertThat(Read.message(reading).from()).isEqualTo(expected);
        }
    }

    /** Data, telex, land mobile (an IMSI), national, private, ERMES, IP and WAP are no plans of phone numbers. */
    @Test
    void ofAllNumberingPlansOnlyTheOneOfPhonesAndNoneAreTaken() {
        for (int npi = 0; npi < 256; npi++) {
            for (int ton : new int[] {0, 1}) {
                assertThat(Read.isText(Read.of(new MessagePdu().from(ton, npi, "46701234567"))))
                        .as("NPI %d, TON %d", npi, ton)
                        .isEqualTo(Set.of(0, 1).contains(npi));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 50500, 50500",
        "1, 1, 50500, +50500",
        "3, 0, 50500, 50500",
        "4, 9, 50500, 50500",
        "6, 1, 50500, 50500",
        "1, 1, 46701112233, +46701112233",
        "1, 1, +46701112233, +46701112233",
        "1, 1, 0046701112233, +46701112233",
        "0, 1, 46701112233, 46701112233",
        "2, 1, 0701112233, 0701112233",
        "5, 0, ACME, ACME",
        "0, 0, '', ''",
    })
    void whatWasTextedIsReadWithAnyTypeOfNumber(int ton, int npi, String digits, String expected) {
        assertThat(Read.message(Read.of(new MessagePdu().to(ton, npi, digits))).to())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "5123, 3234303031, 24001",
        "5123, 333130323630, 310260",
        "5123, 32343030 3100, 24001",
        "5123, 3234303031 20, 24001",
        "5123, '', ",
        "5123, 323430, ",
        "5123, ffffffffff, ",
        "5123, 3030303030, ",
        "514, a03234303031, 24001",
        "514, 80333130323630, 310260",
        "514, a0323430303100, 24001",
        "514, a0, ",
        "514, '', ",
        "514, 20, ",
    })
    void theNetworkOfTheSenderIsWhereTheCarrierPutsIt(int tag, String octets, @Nullable String code) {
        MessagePdu message = new MessagePdu().tlv(tag, octets.replace(" ", ""));

        assertThat(Read.message(Read.of(message, null, tag)).network())
                .isEqualTo(code == null ? null : new SenderNetwork(new NetworkCode(code), null, null));
        assertThat(Read.message(Read.of(message)).network())
                .as("of a carrier that does not say")
                .isNull();
    }

    @Test
    void aParameterThatIsNotThereOrIsAnotherIsNoNetwork() {
        DoorMessage without = Read.message(Read.of(new MessagePdu(), null, VENDOR));
        DoorMessage other = Read.message(Read.of(new MessagePdu().tlv(SUBADDRESS, "a03234303031"), null, VENDOR));

        assertThat(without.network()).isNull();
        assertThat(other.network()).isNull();
    }
}
