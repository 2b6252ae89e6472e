package org.clearancedesk.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files as honest programs write them, each with next to nothing in it. */
final class SampleFile {

    private static final int MOVIE_HEADER = 108;
    private static final int MPEG_FRAME = 417;

    private SampleFile() {}

    static byte[] pdf() throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            return written(pdf);
        }
    }

    /** A PDF that cannot be opened, or only not be changed, without a password. */
    static byte[] lockedPdf(String toOpen, int bits) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            StandardProtectionPolicy policy =
                    new StandardProtectionPolicy("owner", toOpen, AccessPermission.getOwnerAccessPermission());
            policy.setEncryptionKeyLength(bits);
            pdf.protect(policy);
            return written(pdf);
        }
    }

    /** A PDF with a file attached that is kept as it is. */
    static byte[] pdfWith(String name, byte[] attached) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            PDComplexFileSpecification file = new PDComplexFileSpecification();
            file.setFile(name);
            file.setEmbeddedFile(new PDEmbeddedFile(pdf, new ByteArrayInputStream(attached)));
            PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
            files.setNames(Map.of(name, file));
            PDDocumentNameDictionary names = new PDDocumentNameDictionary(pdf.getDocumentCatalog());
            names.setEmbeddedFiles(files);
            pdf.getDocumentCatalog().setNames(names);
            return written(pdf);
        }
    }

    private static byte[] written(PDDocument pdf) throws IOException {
        pdf.addPage(new PDPage());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        pdf.save(out);
        return out.toByteArray();
    }

    static byte[] picture(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 4, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /** What an iPhone calls a photograph: 4032 by 3024. */
    static byte[] heic(int width, int height) {
        return heic("heic\0\0\0\0mif1heic", width, height);
    }

    /** @param brands as its first box names them */
    static byte[] heic(String brands, int width, int height) {
        byte[] size = box("ispe", joined(number(0), number(width), number(height)));
        byte[] properties = box("iprp", box("ipco", size));
        return joined(box("ftyp", text(brands)), box("meta", joined(number(0), properties)));
    }

    static byte[] movie(String brand) {
        return joined(
                box("ftyp", text(brand + "\0\0\2\0" + brand + "isom")),
                box("moov", box("mvhd", new byte[MOVIE_HEADER - 8])),
                box("mdat", new byte[64]));
    }

    /** As old cameras begin one. */
    static byte[] movieWithoutBrand() {
        return joined(
                box("wide", new byte[0]),
                box("mdat", new byte[64]),
                box("moov", box("mvhd", new byte[MOVIE_HEADER - 8])));
    }

    static byte[] mp3(boolean tagged) {
        byte[] frame = new byte[MPEG_FRAME];
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xfb, (byte) 0x90, 0x64}, 0, frame, 0, 4);
        byte[] sound = joined(frame, frame, frame);
        return tagged ? joined(tag(20), sound) : sound;
    }

    /** Sound behind a tag that ends as it begins, as programs write it who read files backwards. */
    static byte[] mp3WithFooter() {
        byte[] tag = joined(text("ID3\4\0\20\0\0\0"), new byte[] {20}, new byte[20]);
        return joined(tag, text("3DI\4\0\20\0\0\0"), new byte[] {20}, mp3(false));
    }

    /** Sound in a file that may grow beyond four gigabytes. */
    static byte[] longWave() {
        byte[] unknown = {-1, -1, -1, -1};
        byte[] format = {1, 0, 1, 0, 0x40, 0x1f, 0, 0, (byte) 0x80, 0x3e, 0, 0, 2, 0, 16, 0};
        return joined(
                text("RF64"),
                unknown,
                text("WAVEds64"),
                new byte[] {28, 0, 0, 0},
                new byte[28],
                text("fmt "),
                new byte[] {16, 0, 0, 0},
                format,
                text("data"),
                unknown,
                new byte[64]);
    }

    /** A tag of so many bytes that a player skips. */
    static byte[] tag(int length) {
        return joined(text("ID3\3\0\0\0\0\0"), new byte[] {(byte) length}, new byte[length]);
    }

    static byte[] sound(AudioFileFormat.Type type) throws IOException {
        AudioFormat format = new AudioFormat(8_000, 16, 1, true, type == AudioFileFormat.Type.AIFF);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(new byte[1_600]), format, 800), type, out);
        return out.toByteArray();
    }

    static byte[] box(String name, byte[] content) {
        return joined(number(8 + content.length), text(name), content);
    }

    static byte[] number(int value) {
        return ByteBuffer.allocate(4).putInt(value).array();
    }

    static byte[] text(String text) {
        return text.chars().allMatch(letter -> letter < 128) ? text.getBytes(US_ASCII) : text.getBytes(UTF_8);
    }

    static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
