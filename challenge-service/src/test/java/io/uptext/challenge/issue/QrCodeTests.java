/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.uptext.contracts.vocabulary.ChallengeCode;
import io.uptext.contracts.vocabulary.Destination;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrCodeTests {

    private static final Pattern SIZE = Pattern.compile("viewBox=\"0 0 ([0-9]+) \\1\"");
    private static final Pattern STEP = Pattern.compile("M([0-9]+) ([0-9]+)\\.5|m([0-9]+) 0|h([0-9]+)");
    private static final int PIXELS = 8;
    private static final int WHITE = 0xffffff;
    private static final int BLACK = 0;
    private static final int CODES = 1000;
    private static final Map<DecodeHintType, Boolean> DRAWN = Map.of(DecodeHintType.PURE_BARCODE, true);

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

    /** Module by module: of clean pictures that have to be found first ZXing misses some in a thousand, whatever the mask. */
    @Test
    void everyCodeIsDrawnRightly() throws ReaderException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < CODES; i++) {
            String text = "ACME LOGIN " + ChallengeCode.random(random).normal();
            assertThat(read(QrCode.svg(new Destination("50500"), text), DRAWN))
                    .as("seed %d", seed)
                    .isEqualTo("SMSTO:50500:" + text);
        }
    }

    @Test
    void fourLightModulesSurroundTheCode() {
        String svg = QrCode.svg(new Destination("50500"), "ACME LOGIN 7KQ4M2XHC");
        int last = size(svg) - 5;
        assertThat(rows(svg)).isNotEmpty().allSatisfy(row -> {
            assertThat(row.x()).isBetween(4, last);
            assertThat(row.x() + row.width() - 1).isBetween(4, last);
            assertThat(row.y()).isBetween(4, last);
        });
        // The upper edges of two of the three squares, and the lower one of the third.
        assertThat(rows(svg)).contains(new Row(4, 4, 7), new Row(last - 6, 4, 7), new Row(4, last, 7));
    }

    @Test
    void theDrawingHoldsNeitherScriptNorLinkNorTheText() {
        assertThat(QrCode.svg(new Destination("50500"), "ACME LOGIN 7KQ4M2XHC"))
                .startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .endsWith("</svg>")
                .doesNotContain("<script", "href", "style", "7KQ4M2XHC", "50500");
    }

    private static String read(String svg) throws ReaderException {
        return read(svg, Map.of());
    }

    private static String read(String svg, Map<DecodeHintType, ?> hints) throws ReaderException {
        int side = size(svg) * PIXELS;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, WHITE);
        for (Row row : rows(svg)) {
            for (int y = 0; y < PIXELS; y++) {
                int start = (row.y() * PIXELS + y) * side + row.x() * PIXELS;
                Arrays.fill(pixels, start, start + row.width() * PIXELS, BLACK);
            }
        }
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new QRCodeReader().decode(picture, hints).getText();
    }

    private static int size(String svg) {
        Matcher size = SIZE.matcher(svg);
        assertThat(size.find()).isTrue();
        return Integer.parseInt(size.group(1));
    }

    /** Dark modules side by side. */
    private record Row(int x, int y, int width) {}

    /** Follows the pen. */
    private static List<Row> rows(String svg) {
        List<Row> rows = new ArrayList<>();
        int x = 0;
        int y = 0;
        for (MatchResult step : STEP.matcher(svg.substring(svg.indexOf("<path stroke")))
                .results()
                .toList()) {
            if (step.group(1) != null) {
                x = Integer.parseInt(step.group(1));
                y = Integer.parseInt(step.group(2));
            } else if (step.group(3) != null) {
                x += Integer.parseInt(step.group(3));
            } else {
                int width = Integer.parseInt(step.group(4));
                rows.add(new Row(x, y, width));
                x += width;
            }
        }
        return rows;
    }
}
