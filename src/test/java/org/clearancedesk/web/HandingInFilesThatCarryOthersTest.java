package org.clearancedesk.web;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.clearancedesk.web.SampleFile.box;
import static org.clearancedesk.web.SampleFile.joined;
import static org.clearancedesk.web.SampleFile.number;
import static org.clearancedesk.web.SampleFile.text;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.sound.sampled.AudioFileFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pictures, sound and video that show or sound as they should, and carry another file that somebody takes out. */
@RunningDesk
class HandingInFilesThatCarryOthersTest {

    private static final Map<String, byte[]> CARRIED = new LinkedHashMap<>();

    static {
        CARRIED.put("a program of Windows", joined(text("MZ"), new byte[510]));
        CARRIED.put("a program of Linux", joined(HexFormat.of().parseHex("7f454c460201"), new byte[60]));
        CARRIED.put("a page", text("<html><script>alert(1)</script></html>"));
        CARRIED.put("a page behind blanks", text(" \r\n\t<!-- x -->\n<SCRIPT src=x></SCRIPT>  "));
        CARRIED.put("a page of a stricter kind", text("<?xml version=\"1.0\"?>\n<html><body/></html>"));
        CARRIED.put("a program of a web server", text("<?php system($_GET[0]);"));
        CARRIED.put("a PDF", text("%PDF-1.7\n1 0 obj\n<</Type/Catalog>>\nendobj\n"));
        CARRIED.put("an archive", HexFormat.of().parseHex("504b0304140000000800" + "00".repeat(30)));
        CARRIED.put("a document of the old kind", HexFormat.of().parseHex("d0cf11e0a1b11ae1" + "00".repeat(24)));
    }

    private final Floor floor;

    HandingInFilesThatCarryOthersTest(Floor floor) {
        this.floor = floor;
    }

    static Stream<Arguments> carriers() {
        return CARRIED.entrySet().stream().flatMap(carried -> carriersOf(carried.getValue())
                .map(carrier -> arguments(carried.getKey(), carrier.get()[0], carrier.get()[1])));
    }

    private static Stream<Arguments> carriersOf(byte[] other) {
        try {
            return Stream.of(
                    arguments("skipped.mp4", inFrontOf("isom", box("free", other))),
                    arguments("skipped.m4a", inFrontOf("M4A ", box("skip", other))),
                    arguments("media-first.m4v", inFrontOf("M4V ", box("mdat", other))),
                    arguments("long-box.mp4", inFrontOf("isom", longBox("mdat", other))),
                    arguments("own-box.mp4", inFrontOf("isom", box("uuid", joined(new byte[16], other)))),
                    arguments("unknown-box.mov", joined(SampleFile.movieWithoutBrand(), box("abcd", other))),
                    arguments("to-the-end.mp4", joined(SampleFile.movie("isom"), number(0), text("mdat"), other)),
                    arguments("within.mp4", inFrontOf("isom", box("moov", box("udta", box("free", other))))),
                    arguments("behind.mp4", joined(SampleFile.movie("isom"), other)),
                    arguments("behind-zeros.mp4", joined(SampleFile.movie("isom"), new byte[64], other)),
                    arguments("behind.mov", joined(SampleFile.movie("qt  "), other)),
                    arguments("behind.m4a", joined(SampleFile.movie("M4A "), other)),
                    arguments("behind.heic", joined(SampleFile.heic(64, 64), other)),
                    arguments("skipped.heic", joined(SampleFile.heic(64, 64), box("free", other))),
                    arguments("media.heic", joined(SampleFile.heic(64, 64), box("mdat", other))),
                    arguments("behind.webp", joined(SampleFile.webp(), other)),
                    arguments("chunk.webp", grown(SampleFile.webp(), chunk("JUNK", other))),
                    arguments("notes.webp", grown(SampleFile.webp(), chunk("EXIF", other))),
                    arguments("behind.wav", joined(wave(), other)),
                    arguments("behind-zeros.wav", joined(wave(), new byte[64], other)),
                    arguments("chunk.wav", grown(wave(), chunk("JUNK", other))),
                    arguments("chunk-behind.wav", joined(wave(), chunk("JUNK", other))),
                    arguments("list.wav", grown(wave(), chunk("LIST", joined(text("INFO"), chunk("ICMT", other))))),
                    arguments("long.wav", sizedLongWave(other)),
                    arguments("behind.aif", joined(SampleFile.sound(AudioFileFormat.Type.AIFF), other)),
                    arguments("behind.mp3", joined(SampleFile.mp3(true), other)),
                    arguments("tagged.mp3", joined(tag("GEOB", other), SampleFile.mp3(false))),
                    arguments("behind.png", joined(SampleFile.picture("png"), other)),
                    arguments("behind.jpg", joined(SampleFile.picture("jpg"), other)),
                    arguments("behind.gif", joined(SampleFile.picture("gif"), other)),
                    arguments("chunk.png", pictureWithChunk(other)),
                    arguments("note.jpg", photographWithNote(other)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("carriers")
    void aFileThatCarriesAnotherIsRefused(String carried, String name, byte[] content) {
        isRefused(name, content);
    }

    static Stream<Arguments> bothAtOnce() throws IOException {
        byte[] pdf = text("\n%PDF-1.7\n");
        return Stream.of(
                arguments(
                        "both.mp4",
                        joined(box("ftyp", joined(text("isom\0\0\2\0isom"), pdf)), SampleFile.movie("isom"))),
                arguments("both.jpg", photographWithNote(joined(text("A note."), pdf))),
                arguments("both.png", pictureWithChunk(joined(text("Comment\0"), pdf))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bothAtOnce")
    void aFileThatAReaderOfPdfTakesForOneIsRefused(String name, byte[] content) {
        isRefused(name, content);
    }

    static Stream<Arguments> longer() throws IOException {
        byte[] more = text("Whatever it is, it is not part of the file.");
        return Stream.of(
                arguments("more.mp4", joined(SampleFile.movie("isom"), more)),
                arguments("more.m4v", joined(SampleFile.movie("M4V "), number(4_000), text("free"), more)),
                arguments("little-more.m4a", joined(SampleFile.movie("M4A "), text("x"))),
                arguments("more.heic", joined(SampleFile.heic(64, 64), more)),
                arguments("more.webp", joined(SampleFile.webp(), more)),
                arguments("more.wav", joined(wave(), more)),
                arguments("chunk-more.wav", joined(wave(), chunk("abcd", more))),
                arguments("more.aif", joined(SampleFile.sound(AudioFileFormat.Type.AIFF), more)),
                arguments("more.mp3", joined(SampleFile.mp3(true), more, new byte[2_000], more)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("longer")
    void whatStandsBehindTheEndOfARecordingOrAPhotographIsRefused(String name, byte[] content) {
        isRefused(name, content);
    }

    static Stream<Arguments> honest() throws IOException {
        byte[] notes = text("<?xpacket begin=\"\"?><x:xmpmeta xmlns:x=\"adobe:ns:meta/\"/>");
        byte[] odd = grown(wave(), chunk("iXML", text("<?xml version=\"1.0\"?><BWFXML/>")));
        return Stream.of(
                arguments("padded.mp4", joined(SampleFile.movie("isom"), new byte[100])),
                arguments("with-notes.mp4", joined(SampleFile.movie("isom"), box("uuid", joined(new byte[16], notes)))),
                arguments("with-room.mp4", inFrontOf("isom", box("free", new byte[4_000]))),
                arguments("in-pieces.mp4", inPieces()),
                arguments("of-an-older-kind.mov", inFrontOf("qt  ", box("moov", joined(box("udta", number(0)))))),
                arguments("with-notes.webp", grown(SampleFile.webp(), chunk("XMP ", notes))),
                arguments("with-notes.wav", odd),
                arguments("with-a-tag.wav", grown(wave(), chunk("id3 ", SampleFile.tag(20)))),
                arguments("sent-while-recorded.wav", unsized(wave(), -1)),
                arguments("sent-while-recorded-otherwise.wav", unsized(wave(), 0)),
                arguments("padded.wav", joined(wave(), new byte[100])),
                arguments("with-an-old-tag.mp3", joined(SampleFile.mp3(true), text("TAG"), new byte[125])),
                arguments("with-half-a-frame.mp3", half(SampleFile.mp3(true))),
                arguments("padded.mp3", joined(SampleFile.mp3(true), new byte[1_000])),
                arguments("two-in-a-row.mp3", joined(SampleFile.mp3(true), SampleFile.mp3(true))),
                arguments("with-damage.mp3", joined(SampleFile.mp3(false), text("xyz!"), SampleFile.mp3(false))),
                arguments(
                        "with-a-picture.mp3",
                        joined(
                                tag("APIC", joined(text("\0image/png\0\3\0"), SampleFile.picture("png"))),
                                SampleFile.mp3(false))),
                arguments("with-movement.jpg", joined(SampleFile.picture("jpg"), SampleFile.movie("isom"))),
                arguments("with-depth.jpg", joined(SampleFile.picture("jpg"), SampleFile.picture("jpg"))),
                arguments("cropped.png", joined(SampleFile.picture("png"), new byte[30], text("IEND"))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("honest")
    void whatHonestProgramsAddIsTaken(String name, byte[] content) {
        floor.as("requester").upload("/api/evidence", name, content).expect(201);
    }

    private void isRefused(String name, byte[] content) {
        Map<String, Long> before = floor.rows();

        Answer refused =
                floor.as("requester").upload("/api/evidence", name, content).expectProblemAt(422, "file");

        assertThat(refused.json().get("detail").asText()).contains(name).contains("Please ");
        assertThat(floor.rows()).isEqualTo(before);
    }

    /** Between the first box and the movie. */
    private static byte[] inFrontOf(String brand, byte[] more) {
        byte[] movie = SampleFile.movie(brand);
        int first = ByteBuffer.wrap(movie).getInt(0);
        return joined(Arrays.copyOf(movie, first), more, Arrays.copyOfRange(movie, first, movie.length));
    }

    private static byte[] longBox(String name, byte[] content) {
        return joined(number(1), text(name), number(0), number(16 + content.length), content);
    }

    /** As it is sent while it is recorded. */
    private static byte[] inPieces() {
        byte[] piece = joined(box("moof", box("mfhd", new byte[8])), box("mdat", new byte[64]));
        return joined(SampleFile.movie("iso5"), piece, piece, box("mfra", box("mfro", new byte[8])));
    }

    private static byte[] chunk(String name, byte[] content) {
        return joined(text(name), little(content.length), content, new byte[content.length % 2]);
    }

    /** With one more chunk that is told of at the start. */
    private static byte[] grown(byte[] file, byte[] chunk) {
        byte[] grown = joined(file, chunk);
        ByteBuffer.wrap(grown).order(LITTLE_ENDIAN).putInt(4, grown.length - 8);
        return grown;
    }

    private static byte[] wave() throws IOException {
        return SampleFile.sound(AudioFileFormat.Type.WAVE);
    }

    private static byte[] unsized(byte[] wave, int length) {
        ByteBuffer.wrap(wave).order(LITTLE_ENDIAN).putInt(4, length).putInt(40, -1);
        return wave;
    }

    /** Sound that says how long it is, with something behind it. */
    private static byte[] sizedLongWave(byte[] more) {
        byte[] wave = SampleFile.longWave();
        ByteBuffer.wrap(wave).order(LITTLE_ENDIAN).putLong(20, wave.length - 8).putLong(28, 64);
        return joined(wave, more);
    }

    private static byte[] half(byte[] sound) {
        return Arrays.copyOf(sound, sound.length - 200);
    }

    /** A tag with one frame of its own that holds a file. */
    private static byte[] tag(String frame, byte[] content) {
        byte[] held = joined(text(frame), number(content.length), new byte[2], content);
        byte[] tag = joined(text("ID3\3\0\0\0\0\0\0"), held);
        tag[8] = (byte) (held.length >> 7);
        tag[9] = (byte) (held.length & 0x7f);
        return tag;
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4).order(LITTLE_ENDIAN).putInt(number).array();
    }

    private static byte[] pictureWithChunk(byte[] content) throws IOException {
        byte[] picture = SampleFile.picture("png");
        byte[] chunk = joined(text("teSt"), content);
        CRC32 sum = new CRC32();
        sum.update(chunk);
        int afterHeader = 33;
        return joined(
                Arrays.copyOf(picture, afterHeader),
                number(content.length),
                chunk,
                number((int) sum.getValue()),
                Arrays.copyOfRange(picture, afterHeader, picture.length));
    }

    private static byte[] photographWithNote(byte[] note) throws IOException {
        byte[] picture = SampleFile.picture("jpg");
        byte[] length = Arrays.copyOfRange(number(note.length + 2), 2, 4);
        return joined(
                HexFormat.of().parseHex("ffd8fffe"), length, note, Arrays.copyOfRange(picture, 2, picture.length));
    }
}
