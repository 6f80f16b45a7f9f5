/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.uptext.contracts.vocabulary.Destination;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The message as a QR code in SVG, with its quiet zone; a camera opens it as a message ready to be sent. */
public final class QrCode {

    /** Light modules around the code (ISO/IEC 18004: four). */
    private static final int QUIET = 4;

    /**
     * The pattern that breaks up areas of one colour. To try all eight takes ten times as long as all else, and this one is
     * most often the best or close to it for what we write (docs/adr/0031).
     */
    private static final Map<EncodeHintType, Integer> MASK = Map.of(EncodeHintType.QR_MASK_PATTERN, 2);

    /** Most paths are shorter, in characters. */
    private static final int USUAL_LENGTH = 2048;

    /** The largest code there is (ISO/IEC 18004, version 40), in modules. */
    private static final int LARGEST = 177;

    /** Each step of the pen as it is written, by its length. */
    private static final List<String> MOVES = steps("m", " 0");

    private static final List<String> LINES = steps("h", "");

    private QrCode() {}

    private static List<String> steps(String before, String after) {
        return IntStream.rangeClosed(0, LARGEST)
                .mapToObj(length -> before + length + after)
                .toList();
    }

    /** Draws {@code SMSTO:destination:text}, the form that most cameras know. */
    public static String svg(Destination destination, String text) {
        ByteMatrix modules = matrix("SMSTO:" + destination.address() + ":" + text);
        int size = modules.getWidth() + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"QR code with the message\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/><path stroke=\"#000\" d=\""
                + path(modules)
                + "\"/></svg>";
    }

    /** Lines of the width of a module through the middle of each row, as far as it is dark. */
    private static StringBuilder path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder(USUAL_LENGTH);
        for (int y = 0; y < modules.getHeight(); y++) {
            byte[] row = modules.getArray()[y];
            path.append('M').append(QUIET).append(' ').append(y + QUIET).append(".5");
            int x = 0;
            while (x < row.length) {
                int light = length(row, x, 0);
                int dark = length(row, x + light, 1);
                if (dark > 0) {
                    path.append(light == 0 ? "" : MOVES.get(light)).append(LINES.get(dark));
                }
                x += light + dark;
            }
        }
        return path;
    }

    /** How many modules from there on are like this. */
    private static int length(byte[] row, int start, int like) {
        int end = start;
        while (end < row.length && row[end] == like) {
            end++;
        }
        return end - start;
    }

    private static ByteMatrix matrix(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M, MASK).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
