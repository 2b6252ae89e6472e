package org.clearancedesk.letter.dossier;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.clearancedesk.letter.ArchivalPdf;
import org.clearancedesk.letter.DisplayNames;
import org.clearancedesk.letter.PdfRenderer;
import org.springframework.stereotype.Component;

/** Lays a dossier out as PDF, for people who have to judge a case without the desk. */
@Component
public class DossierPages {

    private final PdfRenderer pdfRenderer;
    private final DisplayNames displayNames;

    DossierPages(PdfRenderer pdfRenderer, DisplayNames displayNames) {
        this.pdfRenderer = pdfRenderer;
        this.displayNames = displayNames;
    }

    public byte[] lay(Dossier dossier) {
        String number = dossier.about().number();
        return pdfRenderer.lay(
                "dossier.html",
                new DossierText(dossier, displayNames),
                "The dossier of " + number,
                pdf -> ArchivalPdf.describe(
                        pdf,
                        LocalDate.ofInstant(dossier.at(), ZoneOffset.UTC),
                        dossier.about().lastHash()));
    }
}
