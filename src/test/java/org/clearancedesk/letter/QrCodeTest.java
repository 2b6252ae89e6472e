package org.clearancedesk.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrCodeTest {

    @ParameterizedTest
    @ValueSource(ints = {110, 300})
    void leadsFromThePrintedPageToWhereTheLetterIsChecked(int dotsPerInch) throws Exception {
        try (PrintedLetter printed = PrintedLetter.of(new SampleLetter().letter())) {
            BufferedImage page = new PDFRenderer(printed.pdf).renderImageWithDPI(0, dotsPerInch);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());

            String read = new QRCodeReader()
                    .decode(new BinaryBitmap(
                            new HybridBinarizer(new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))))
                    .getText();

            assertThat(read).isEqualTo("https://desk.example/v/GL-2026-7K3M-9QWT");
        }
    }

    @Test
    void isDrawnInPathsAndNoPicture() throws Exception {
        try (PrintedLetter printed = PrintedLetter.of(new SampleLetter().letter())) {
            PDResources resources = printed.pdf.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                assertThat(resources.isImageXObject(name)).isFalse();
            }
        }
    }
}
