package org.clearancedesk.letter;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** Draws the {@code value} of an {@code <object type="qr-code">} as a QR code, in paths that stay sharp at any size. */
final class QrCode implements FSObjectDrawer {

    static final String TYPE = "qr-code";

    @Override
    @SuppressWarnings("NullAway") // Null is how the interface says that nothing in the drawing is a link.
    public @Nullable Map<Shape, String> drawObject(
            Element object,
            double x,
            double y,
            double width,
            double height,
            OutputDevice page,
            RenderingContext context,
            int dotsPerPixel) {
        BitMatrix code = encode(object.getAttribute("value"));
        page.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dotsPerPixel,
                (float) height / dotsPerPixel,
                graphics -> draw(code, graphics, width / dotsPerPixel / code.getWidth()));
        return null;
    }

    private static void draw(BitMatrix code, Graphics2D graphics, double module) {
        Path2D dark = new Path2D.Double();
        for (int row = 0; row < code.getHeight(); row++) {
            for (int from = 0; from < code.getWidth(); from++) {
                int to = from;
                while (to < code.getWidth() && code.get(to, row)) {
                    to++;
                }
                if (to > from) {
                    dark.append(
                            new Rectangle2D.Double(from * module, row * module, (to - from) * module, module), false);
                    from = to;
                }
            }
        }
        graphics.setColor(Color.BLACK);
        graphics.fill(dark);
    }

    private static BitMatrix encode(String text) {
        try {
            // The page around it is the quiet zone.
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(EncodeHintType.MARGIN, 0, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("This address does not fit into a QR code: " + text, e);
        }
    }
}
