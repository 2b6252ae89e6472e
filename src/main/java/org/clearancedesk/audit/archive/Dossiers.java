package org.clearancedesk.audit.archive;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.clearancedesk.audit.CheckpointProof;
import org.clearancedesk.audit.Checkpoints;
import org.clearancedesk.audit.RecordAudit;
import org.clearancedesk.audit.Verification.Broken;
import org.clearancedesk.evidence.Evidence;
import org.clearancedesk.evidence.EvidenceFile;
import org.clearancedesk.letter.dossier.Dossier;
import org.clearancedesk.letter.dossier.Dossier.EventLine;
import org.clearancedesk.letter.dossier.Dossier.FileLine;
import org.clearancedesk.letter.dossier.DossierPages;
import org.clearancedesk.register.CaseEvent;
import org.clearancedesk.register.CaseRepository;
import org.clearancedesk.register.LetterRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the dossier of a case together. */
@Component
public class Dossiers {

    private final CaseRepository cases;
    private final Evidence evidence;
    private final LetterRepository letters;
    private final RecordAudit audit;
    private final Checkpoints checkpoints;
    private final EventWords words;
    private final DossierPages pages;
    private final Clock clock;
    private final TransactionTemplate oneMoment;

    Dossiers(
            CaseRepository cases,
            Evidence evidence,
            LetterRepository letters,
            RecordAudit audit,
            Checkpoints checkpoints,
            EventWords words,
            DossierPages pages,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.evidence = evidence;
        this.letters = letters;
        this.audit = audit;
        this.checkpoints = checkpoints;
        this.words = words;
        this.pages = pages;
        this.clock = clock;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setReadOnly(true);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The dossier as PDF, all of it of one moment; nothing of the database is held while its pages are laid out. */
    public byte[] pdfOf(String number) {
        return pages.lay(Objects.requireNonNull(oneMoment.execute(reading -> collect(number))));
    }

    private Dossier collect(String number) {
        Instant now = clock.instant();
        return new Dossier(
                cases.get(number),
                cases.request(number),
                cases.triage(number).orElse(null),
                cases.opinions(number),
                letters.ofCase(number).orElse(null),
                evidence.ofCase(number).stream().map(Dossiers::line).toList(),
                cases.events(number).stream().map(this::line).toList(),
                proofOf(number),
                now);
    }

    private List<String> proofOf(String number) {
        List<String> sentences = new ArrayList<>();
        List<Broken> broken = audit.verify(number);
        if (broken.isEmpty()) {
            sentences.add("Yes: every event fits the one before it, and the case, its letter, its files, its consents"
                    + " and all that became of its approval are what the events tell.");
        }
        broken.forEach(found -> sentences.add("No, at %s: %s".formatted(found.at(), found.reason())));
        Optional<CheckpointProof> proof = checkpoints.proofOf(number);
        sentences.add(
                proof.map(covered -> "A signed checkpoint covers it up to event %d.".formatted(covered.sequence()))
                        .orElse("No signed checkpoint covers it yet; one is taken each night."));
        return sentences;
    }

    private static FileLine line(EvidenceFile file) {
        return new FileLine(
                file.id(),
                file.name(),
                file.type(),
                file.size(),
                file.uploadedBy(),
                file.uploadedAt(),
                file.scan().name(),
                file.sha256());
    }

    private EventLine line(CaseEvent event) {
        return new EventLine(event.sequence(), words.of(event), event.actor(), event.at(), event.hash());
    }
}
