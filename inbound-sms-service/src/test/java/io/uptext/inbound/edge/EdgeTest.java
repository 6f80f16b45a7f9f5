/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.inbound.edge;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.uptext.testkit.http.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A test that speaks to the started service byte by byte. Whatever it says, no number, no text and no fault is logged. */
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EdgeTest {

    private DoorsOnPort doors;

    @BeforeAll
    void start() {
        doors = new DoorsOnPort();
    }

    @AfterAll
    void stop() {
        doors.close();
    }

    @AfterEach
    void nothingPersonalIsLoggedAndNothingIsOurFault(CapturedOutput output) {
        assertThat(output.getAll()).doesNotContain(Delivery.NUMBER, Delivery.CANARY, " ERROR ");
    }

    DoorsOnPort doors() {
        return doors;
    }

    Outcome deliver(String request) throws IOException {
        return deliver(request.getBytes(ISO_8859_1));
    }

    Outcome deliver(byte[]... request) throws IOException {
        int before = doors.sink().all().size();
        String answers = RawHttp.exchange(doors.port(), request);
        return new Outcome(RawHttp.statuses(answers), doors.sink().all().size() - before, answers);
    }
}
