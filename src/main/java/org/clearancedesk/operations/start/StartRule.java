package org.clearancedesk.operations.start;

import java.util.List;
import org.springframework.core.env.Environment;

/** Something that has to be so before the desk takes real requests. Made before everything else, so it needs nothing. */
public interface StartRule {

    /** @return for each thing that is not so, one sentence that says what to do */
    List<String> broken(Environment settings);
}
