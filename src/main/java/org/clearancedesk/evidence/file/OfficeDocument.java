package org.clearancedesk.evidence.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** One look through an office document and the documents in it, part by part; nothing is ever unpacked whole. */
final class OfficeDocument {

    /** How much all parts together may unpack to, in bytes. */
    private static final long LARGEST = 100L * 1024 * 1024;

    /** Beyond so many bytes, an archive may not unpack to more than so many times its own size. */
    private static final long MODEST = 10L * 1024 * 1024;

    private static final int STEEPEST = 100;

    private static final int MOST_ENTRIES = 5_000;

    /** An office document may hold another one, and that one none. */
    private static final int DEEPEST = 2;

    private static final int BEGINNING = 64 * 1024;

    private static final String OFFICE = "application/vnd.openxmlformats-officedocument.";
    private static final String CONTENT_TYPES = "[content_types].xml";
    private static final Pattern OUTSIDE = Pattern.compile("(?s)/.*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?|.*\0.*");

    private final InflationLimit inflationLimit;
    private int entries;

    private OfficeDocument(long size) {
        inflationLimit = new InflationLimit(Math.min(LARGEST, Math.max(MODEST, STEEPEST * size)));
    }

    /**
     * Looks at all of its parts.
     *
     * @param kind the name that the main part's type has in the middle
     * @throws RejectedFile when it cannot be checked, would grow too much, or holds what runs or leads elsewhere
     */
    static void look(TemporaryFile file, String kind) throws IOException, RejectedFile {
        byte[] head = file.head(BEGINNING);
        if (MagicBytes.isContainer(head)) {
            throw new RejectedFile(
                    new String(head, StandardCharsets.UTF_16LE).contains("EncryptedPackage")
                            ? "is locked with a password, so nobody can check it. Please save it without a password."
                            : "is a document of the old kind. Please save it as .docx, .xlsx, .pptx or PDF.");
        }
        try {
            new OfficeDocument(file.size()).read(file, OFFICE + kind + ".main+xml", 1);
        } catch (InflationLimit.TooMuch tooMuch) {
            throw tooMuch();
        } catch (IOException | RuntimeException unreadable) {
            // Bytes that were made to mislead a reader fail in ways that it did not foresee.
            throw damaged();
        }
    }

    private void read(TemporaryFile file, String mainType, int depth) throws IOException, RejectedFile {
        if (depth > DEEPEST) {
            throw new RejectedFile("holds archives within archives. Please hand in the files themselves.");
        }
        if (ArchiveMarks.listedIn(file) > MOST_ENTRIES) {
            throw tooMuch();
        }
        if (!MagicBytes.isZip(file.head(MagicBytes.LONGEST))) {
            throw RejectedFile.otherKind();
        }
        try (ZipFile zip = ZipFile.builder().setPath(file.path()).get()) {
            WholeZip.require(file.path(), zip);
            PartTypes types = new PartTypes();
            PartLinks links = new PartLinks();
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                requireHarmless(entry, names, zip.canReadEntryData(entry));
                if (nameOf(entry).equals(CONTENT_TYPES)) {
                    types.read(inflationLimit.on(zip.getInputStream(entry)));
                } else if (PartLinks.areIn(nameOf(entry)) && !entry.isDirectory()) {
                    links.read(nameOf(entry), inflationLimit.on(zip.getInputStream(entry)));
                }
            }
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                read(zip, entry, types, links, depth);
            }
            types.requireMainPart(mainType);
        }
    }

    private void read(ZipFile zip, ZipArchiveEntry entry, PartTypes types, PartLinks links, int depth)
            throws IOException, RejectedFile {
        long before = inflationLimit.passed();
        String name = nameOf(entry);
        try (CheckedInputStream bytes = new CheckedInputStream(zip.getInputStream(entry), new CRC32());
                TemporaryFile media = new TemporaryFile()) {
            readPart(name, types, links, inflationLimit.on(bytes), depth, media);
            boolean isShort = inflationLimit.passed() - before < entry.getSize();
            if (isShort || bytes.getChecksum().getValue() != entry.getCrc()) {
                throw damaged();
            }
            if (media.size() > 0) {
                PartMedia.look(name, types.mediaIn(name).orElseThrow(), media);
            }
        }
        if (!entry.isDirectory() && !name.equals(CONTENT_TYPES)) {
            types.requireAllowed(name);
        }
    }

    /** @param media where a picture, a sound or a video is put, to be looked at as a whole */
    private void readPart(
            String name, PartTypes types, PartLinks links, InputStream entry, int depth, TemporaryFile media)
            throws IOException, RejectedFile {
        byte[] head = entry.readNBytes(MagicBytes.LONGEST);
        MagicBytes.requireNoProgram(head);
        MagicBytes.requireNoPackage(head);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), entry);
        if (MagicBytes.isZip(head)) {
            try (TemporaryFile inner = new TemporaryFile()) {
                Files.copy(whole, inner.path(), StandardCopyOption.REPLACE_EXISTING);
                read(inner, types.mainTypeWithin(name), depth + 1);
            }
            return;
        }
        ArchiveMarks bytes = new ArchiveMarks(whole);
        if (types.isDrawing(name)) {
            new Drawing().read(bytes);
        } else if (types.mediaIn(name).isPresent()) {
            Files.copy(bytes, media.path(), StandardCopyOption.REPLACE_EXISTING);
        } else if (types.isXml(name) && !PartLinks.areIn(name)) {
            new PartContent(name, links).read(bytes);
        }
        bytes.transferTo(OutputStream.nullOutputStream());
        bytes.requireNone();
    }

    private void requireHarmless(ZipArchiveEntry entry, Set<String> names, boolean readable) throws RejectedFile {
        String name = nameOf(entry);
        if (++entries > MOST_ENTRIES) {
            throw tooMuch();
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new RejectedFile("is locked with a password, so nobody can check it. Please hand it in without one.");
        }
        if (OUTSIDE.matcher(name).matches()) {
            throw new RejectedFile("holds parts that would be unpacked outside of their folder. Please save it again.");
        }
        PartTypes.requireNoMacros(name);
        if (!readable || !names.add(name)) {
            throw damaged();
        }
    }

    private static String nameOf(ZipArchiveEntry entry) {
        return entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
    }

    static RejectedFile damaged() {
        return new RejectedFile(
                "is damaged or put together in an unusual way, so nobody can check it. Please save it again.");
    }

    private static RejectedFile tooMuch() {
        return new RejectedFile("would grow far beyond its size when it is opened. Please hand in a smaller copy.");
    }
}
