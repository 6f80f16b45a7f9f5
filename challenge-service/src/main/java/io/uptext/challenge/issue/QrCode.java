/* SPDX-License-Identifier: Apache-2.0 */
package io.uptext.challenge.issue;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import io.uptext.contracts.vocabulary.Destination;

/** The message as a QR code in SVG, with its quiet zone; a camera opens it as a message ready to be sent. */
public final class QrCode {

    /** Light modules around the code (ISO/IEC 18004: four). */
    private static final int QUIET = 4;

    private QrCode() {}

    /** Draws {@code SMSTO:destination:text}, the form that most cameras know. */
    public static String svg(Destination destination, String text) {
        ByteMatrix modules = matrix("SMSTO:" + destination.address() + ":" + text);
        int size = modules.getWidth() + 2 * QUIET;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y) == 1) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(' ')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\" role=\"img\" aria-label=\"QR code with the message\">"
                + "<path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "H0z\"/><path fill=\"#000\" d=\"" + path
                + "\"/></svg>";
    }

    private static ByteMatrix matrix(String content) {
        try {
            return Encoder.encode(content, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }
}
