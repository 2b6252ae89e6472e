package org.clearancedesk.letter;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** Lays a dossier out as PDF, for people who have to judge a case without the desk. */
@Component
public class DossierPages {

    private final Typesetter typesetter;
    private final People people;

    DossierPages(Typesetter typesetter, People people) {
        this.typesetter = typesetter;
        this.people = people;
    }

    public byte[] lay(Dossier dossier) {
        String number = dossier.about().number();
        return typesetter.lay(
                "dossier.html",
                new DossierText(dossier, people),
                "The dossier of " + number,
                pdf -> ArchivalPdf.describe(
                        pdf,
                        LocalDate.ofInstant(dossier.at(), ZoneOffset.UTC),
                        dossier.about().lastHash()));
    }
}
