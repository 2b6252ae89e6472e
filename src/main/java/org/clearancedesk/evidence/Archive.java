package org.clearancedesk.evidence;

import static java.io.OutputStream.nullOutputStream;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** One look through an archive and the archives in it, entry by entry; nothing is ever unpacked whole. */
final class Archive {

    /** How much all entries together may unpack to, in bytes. */
    private static final long LARGEST = 100L * 1024 * 1024;

    /** Beyond so many bytes, an archive may not unpack to more than so many times its own size. */
    private static final long MODEST = 10L * 1024 * 1024;

    private static final int STEEPEST = 100;

    private static final int MOST_ENTRIES = 5_000;

    /** An office document may hold another one, and that one none. */
    private static final int DEEPEST = 2;

    private static final Pattern OUTSIDE = Pattern.compile("(?s)/.*|[A-Za-z]:.*|(.*/)?\\.\\.(/.*)?|.*\0.*");

    private final Meter meter;
    private int entries;

    private Archive(int size) {
        meter = new Meter(Math.min(LARGEST, Math.max(MODEST, (long) STEEPEST * size)));
    }

    /**
     * What an office document says of its own parts.
     *
     * @throws Objection when it cannot be checked, would grow too much, or holds what runs or leads elsewhere
     */
    static OfficeParts look(byte[] content) throws Objection {
        if (Signature.listsMoreThan(MOST_ENTRIES, content)) {
            throw tooMuch();
        }
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            return new Archive(content.length).read(zip);
        } catch (Meter.TooMuch tooMuch) {
            throw tooMuch();
        } catch (IOException | RuntimeException unreadable) {
            // Bytes that were made to mislead a reader fail in ways that it did not foresee.
            throw damaged();
        }
    }

    private OfficeParts read(ZipFile zip) throws IOException, Objection {
        OfficeParts parts = new OfficeParts();
        Set<String> names = new HashSet<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            requireHarmless(entry, names, zip.canReadEntryData(entry));
            long before = meter.passed();
            try (CheckedInputStream bytes = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
                read(entry.getName(), bytes, parts, 1);
                if (meter.passed() - before < entry.getSize()
                        || bytes.getChecksum().getValue() != entry.getCrc()) {
                    throw damaged();
                }
            }
        }
        return parts;
    }

    private void readInner(InputStream archive, int depth) throws IOException, Objection {
        if (depth > DEEPEST) {
            throw new Objection("holds archives within archives. Please hand in the files themselves.");
        }
        OfficeParts parts = new OfficeParts();
        Set<String> names = new HashSet<>();
        ZipArchiveInputStream zip = new ZipArchiveInputStream(archive, "UTF-8", true, true);
        for (ZipArchiveEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            requireHarmless(entry, names, zip.canReadEntryData(entry));
            read(entry.getName(), zip, parts, depth);
        }
    }

    private void read(String name, InputStream entry, OfficeParts parts, int depth) throws IOException, Objection {
        InputStream bytes = meter.on(entry);
        byte[] head = bytes.readNBytes(Signature.LONGEST);
        Signature.requireNoProgram(head);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), bytes);
        if (Signature.isArchive(head)) {
            readInner(whole, depth + 1);
        } else if (OfficeParts.areDescribedIn(name)) {
            parts.read(whole.readNBytes(OfficeParts.LONGEST_DESCRIPTION));
        }
        whole.transferTo(nullOutputStream());
    }

    private void requireHarmless(ZipArchiveEntry entry, Set<String> names, boolean readable) throws Objection {
        String name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (++entries > MOST_ENTRIES) {
            throw tooMuch();
        }
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new Objection("is locked with a password, so nobody can check it. Please hand it in without one.");
        }
        if (OUTSIDE.matcher(name).matches()) {
            throw new Objection("holds parts that would be unpacked outside of their folder. Please save it again.");
        }
        OfficeParts.requireNoMacros(name);
        if (!readable || !names.add(name)) {
            throw damaged();
        }
    }

    static Objection damaged() {
        return new Objection(
                "is damaged or put together in an unusual way, so nobody can check it. Please save it again.");
    }

    private static Objection tooMuch() {
        return new Objection("would grow far beyond its size when it is opened. Please hand in a smaller copy.");
    }
}
