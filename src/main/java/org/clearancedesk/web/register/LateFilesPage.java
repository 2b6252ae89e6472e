package org.clearancedesk.web.register;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The part of a case's page on which legal says that it was shown a file. */
@Controller
class LateFilesPage {

    private final LateFiles files;

    LateFilesPage(LateFiles files) {
        this.files = files;
    }

    @PostMapping("/requests/{number}/evidence/{id}/seen")
    String seen(@PathVariable String number, @PathVariable String id) {
        files.seen(number, id);
        return "redirect:/requests/" + number;
    }
}
