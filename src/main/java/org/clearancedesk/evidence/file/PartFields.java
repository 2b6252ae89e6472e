package org.clearancedesk.evidence.file;

import java.util.ArrayDeque;
import java.util.Deque;

/** The fields of a text, one in another, each put together from the pieces that a document keeps it in. */
final class PartFields {

    private static final int LONGEST = 4_000;

    private final Deque<Field> open = new ArrayDeque<>();
    private final Deque<Integer> versions = new ArrayDeque<>();
    private int met;

    /** Only one of several versions of a stretch is shown, and nobody knows which. */
    void beginsVersion() {
        versions.push(++met);
    }

    void endsVersion() {
        versions.poll();
    }

    /** @param mark what a document says there: that a field begins, that what it shows begins, or that it ends */
    void at(String mark) throws RejectedFile {
        if (mark.equals("begin")) {
            // Whose name is made when it is opened, nobody knows before.
            if (!open.isEmpty() && open.peek().isUnnamed()) {
                throw FieldCode.running();
            }
            open.push(new Field(version()));
        } else if (!open.isEmpty()) {
            open.peek().requireHarmless();
            if (mark.equals("end")) {
                open.pop();
            }
        }
    }

    /** @param isStruckOut whether it comes back when somebody undoes a change */
    void says(String text, boolean isStruckOut) throws RejectedFile {
        String said = FieldCode.plain(text);
        if (open.isEmpty()) {
            FieldCode.requireHarmless(said);
        } else if (open.peek().version != version() && !said.isBlank()) {
            throw FieldCode.running();
        } else {
            StringBuilder instruction = isStruckOut ? open.peek().struckOut : open.peek().kept;
            if (instruction.length() < LONGEST && !isMoreBlank(instruction, said)) {
                instruction.append(said);
            }
        }
    }

    private int version() {
        return versions.isEmpty() ? 0 : versions.peek();
    }

    /** Blanks before an instruction would leave no room for it. */
    private static boolean isMoreBlank(StringBuilder instruction, String said) {
        return said.isBlank() && (instruction.length() == 0 || instruction.charAt(instruction.length() - 1) == ' ');
    }

    private static final class Field {

        private final int version;
        private final StringBuilder kept = new StringBuilder();
        private final StringBuilder struckOut = new StringBuilder();
        private boolean isWhole;

        /** @param version the one of several in which it began */
        Field(int version) {
            this.version = version;
        }

        boolean isUnnamed() {
            return !isWhole && kept.toString().isBlank() && struckOut.toString().isBlank();
        }

        void requireHarmless() throws RejectedFile {
            FieldCode.requireHarmless(kept.toString());
            FieldCode.requireHarmless(struckOut.toString());
            isWhole = true;
        }
    }
}
