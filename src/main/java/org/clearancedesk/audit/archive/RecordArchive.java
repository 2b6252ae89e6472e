package org.clearancedesk.audit.archive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clearancedesk.audit.CheckpointProof;
import org.clearancedesk.audit.Checkpoints;
import org.clearancedesk.audit.archive.ArchiveManifest.Withheld;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.evidence.EvidenceFile;
import org.clearancedesk.register.ChainReader;
import org.clearancedesk.register.LetterRepository;
import org.clearancedesk.register.StoredLetter;
import org.clearancedesk.signature.Seal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes everything of a case into one ZIP that proves itself: no network and no desk is needed to check it. */
@Component
public class RecordArchive {

    private static final String PROGRAM = "VerifyRecord.java";
    private static final String INSTRUCTIONS = "OFFLINE-VERIFY.txt";

    private final ChainReader chainReader;
    private final Dossiers dossiers;
    private final LetterRepository letters;
    private final Evidence evidence;
    private final Checkpoints checkpoints;
    private final Seal seal;
    private final ObjectMapper json;
    private final Clock clock;

    RecordArchive(
            ChainReader chainReader,
            Dossiers dossiers,
            LetterRepository letters,
            Evidence evidence,
            Checkpoints checkpoints,
            Seal seal,
            ObjectMapper json,
            Clock clock) {
        this.chainReader = chainReader;
        this.dossiers = dossiers;
        this.letters = letters;
        this.evidence = evidence;
        this.checkpoints = checkpoints;
        this.seal = seal;
        this.json = json;
        this.clock = clock;
    }

    /**
     * The whole archive or none: who is given it needs the database no more. One file is written after the other, so that
     * it takes no more memory than the largest of them.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public FinishedArchive of(String number) throws IOException {
        return FinishedArchive.of(out -> write(number, out));
    }

    private void write(String number, OutputStream out) throws IOException {
        Instant now = clock.instant();
        try (ArchiveWriter archive = new ArchiveWriter(out, now)) {
            archive.add(INSTRUCTIONS, own(INSTRUCTIONS));
            archive.add(PROGRAM, own(PROGRAM));
            archive.add("dossier.pdf", dossiers.pdfOf(number));
            archive.add("record.json", text(ExportedRecord.of(chainReader.of(number))));
            Optional<StoredLetter> letter = letters.ofCase(number);
            if (letter.isPresent()) {
                String name = "letter/" + letter.get().number();
                archive.add(name + ".pdf", letters.pdfOfCase(number).orElseThrow());
                Optional<String> twin = letters.twinOfCase(number);
                if (twin.isPresent()) {
                    archive.add(name + ".jws", twin.get());
                }
            }
            List<Withheld> withheld = addFiles(number, archive);
            Optional<CheckpointProof> proof = checkpoints.proofOf(number);
            if (proof.isPresent()) {
                archive.add("checkpoint.json", text(proof.get()));
            }
            archive.add("keys.json", seal.publicKeys());
            String manifest = text(new ArchiveManifest(number, now, archive.entries(), withheld));
            archive.add("manifest.json", manifest);
            archive.add("manifest.jws", seal.sign(manifest));
        }
    }

    private void write(EvidenceFile file, OutputStream to) throws IOException {
        if (!evidence.copy(file, to)) {
            throw new IllegalStateException("File %s of %s is gone.".formatted(file.id(), file.caseNumber()));
        }
    }

    private List<Withheld> addFiles(String number, ArchiveWriter archive) throws IOException {
        List<Withheld> withheld = new ArrayList<>();
        int count = 0;
        for (EvidenceFile file : evidence.ofCase(number)) {
            if (file.isOpen()) {
                archive.add("evidence/" + ArchiveWriter.numbered(++count, file.name()), to -> write(file, to));
            } else {
                withheld.add(new Withheld(
                        file.id(), file.name(), file.sha256(), file.scan().name()));
            }
        }
        return withheld;
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A part of the archive cannot be written as JSON.", e);
        }
    }

    private static byte[] own(String name) throws IOException {
        try (InputStream file = RecordArchive.class.getResourceAsStream("/dossier/" + name)) {
            if (file == null) {
                throw new IllegalStateException("A part of the archive is not on the class path: " + name);
            }
            return file.readAllBytes();
        }
    }
}
