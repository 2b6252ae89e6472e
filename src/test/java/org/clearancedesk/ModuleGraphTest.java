package org.clearancedesk;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleGraphTest {

    @Test
    void theRoomsFormNoCircleAndReachEachOtherOnlyThroughTheirFrontDoor() {
        ApplicationModules.of(ClearanceDesk.class).verify();
    }
}
