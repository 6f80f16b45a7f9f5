/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.uptext.contracts.vocabulary.Destination;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrCodeTests {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) \\1\"");
    private static final Pattern MODULE = Pattern.compile("M([0-9]+) ([0-9]+)h1v1h-1z");
    private static final int PIXELS = 8;
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;

    @ParameterizedTest
    @CsvSource({
        "50500, ACME LOGIN 7KQ4M2XHC",
        "+46701234567, ACME LOGIN 7KQ4M2XHC",
        "12345678, THE LONGEST KEYWORD THAT ONE MAY CHOOSE 7KQ4M2XHC",
        "50500, A 000000000",
        "50500, ACME LOGIN 2X9KD4M7QW3AHQ",
        "12345678, THE LONGEST KEYWORD THAT ONE MAY CHOOSE 2X9KD4M7QW3AHQ",
        "50500, ACME LOGIN 481507320",
    })
    void aCameraReadsTheMessage(String destination, String text) throws ReaderException {
        String svg = QrCode.svg(new Destination(destination), text);
        assertThat(read(svg)).isEqualTo("SMSTO:" + destination + ":" + text);
    }

    @Test
    void fourLightModulesSurroundTheCode() {
        String svg = QrCode.svg(new Destination("50500"), "ACME LOGIN 7KQ4M2XHC");
        int last = size(svg) - 5;
        assertThat(MODULE.matcher(svg).results()).isNotEmpty().allSatisfy(module -> {
            assertThat(number(module, 1)).isBetween(4, last);
            assertThat(number(module, 2)).isBetween(4, last);
        });
        assertThat(svg).contains("M4 4h1v1h-1z", "M" + last + " 4h1v1h-1z", "M4 " + last + "h1v1h-1z");
    }

    @Test
    void theDrawingHoldsNeitherScriptNorLinkNorTheText() {
        assertThat(QrCode.svg(new Destination("50500"), "ACME LOGIN 7KQ4M2XHC"))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .endsWith("</svg>")
                .doesNotContain("<script", "href", "style", "7KQ4M2XHC", "50500");
    }

    private static String read(String svg) throws ReaderException {
        int side = size(svg) * PIXELS;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, WHITE);
        MODULE.matcher(svg).results().forEach(module -> {
            for (int y = 0; y < PIXELS; y++) {
                int start = (number(module, 2) * PIXELS + y) * side + number(module, 1) * PIXELS;
                Arrays.fill(pixels, start, start + PIXELS, BLACK);
            }
        });
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }

    private static int size(String svg) {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        return Integer.parseInt(size.group(1));
    }

    private static int number(MatchResult module, int group) {
        return Integer.parseInt(module.group(group));
    }
}
