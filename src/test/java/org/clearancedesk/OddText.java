package org.clearancedesk;

import java.util.List;
import java.util.Random;

/** Texts of characters that programs trip over, in any order; the same ones for the same seed. */
public final class OddText {

    private static final String LETTERS =
            "aZ\u00EB\u0142\u018F\u02BB\u1F08\u0416\uD55C\u5F20\u05E0\u0645\u0E01\u0928<>&\"';{}$[](\\\\/%_-.,";
    private static final int[][] ODD = {
        {0x300, 0x36F},
        {0x300, 0x36F},
        {0x483, 0x489},
        {0x591, 0x5BD},
        {0x64B, 0x65F},
        {0x900, 0x903},
        {0x93E, 0x94D},
        {0x1AB0, 0x1ABE},
        {0x1DC0, 0x1DFF},
        {0x20D0, 0x20F0},
        {0x3099, 0x309A},
        {0xFE00, 0xFE2F},
        {0xFEFF, 0xFEFF},
        {0x200B, 0x200F},
        {0x2028, 0x202F},
        {0x2060, 0x206F},
        {0xAD, 0xAD},
        {0xA0, 0xA0},
        {0x2000, 0x200A},
        {0x3000, 0x3000},
        {0x2800, 0x2800},
        {0x115F, 0x1160},
        {0xE000, 0xE010},
        {0xF000, 0xF0FF},
        {0xF8FF, 0xF8FF},
        {0x1F300, 0x1F64F},
        {0x1F3FB, 0x1F3FF},
        {0xE0001, 0xE007F},
        {0xE0100, 0xE01EF},
        {0x10FF00, 0x10FFFD},
        {0x2190, 0x21FF},
        {0x2600, 0x27BF},
        {0x250, 0x2FF},
        {0x1E00, 0x1FFE},
        {0x100, 0x24F},
        {0x370, 0x52F},
        {0xAC00, 0xD7A3},
        {0x20000, 0x20100},
        {0x1100, 0x11FF}
    };
    private static final int[][] NO_CHARACTERS = {
        {0, 0x1F}, {0x7F, 0x9F}, {0xD800, 0xDFFF}, {0xFDD0, 0xFDEF}, {0xFFFE, 0xFFFF}, {0x1FFFE, 0x1FFFF}
    };
    private static final List<String> BREAKS = List.of("\n", "\r\n", "\u000B", "\u2028");

    private final Random random;

    public OddText(long seed) {
        this.random = new Random(seed);
    }

    /** Anything at all, often with what is no character. */
    public String anything() {
        StringBuilder text = new StringBuilder(odd(1 + random.nextInt(20)));
        for (int i = random.nextInt(3); i > 0; i--) {
            text.insert(random.nextInt(text.length() + 1), Character.toString(from(NO_CHARACTERS)));
        }
        return text.toString();
    }

    /** What is odd and a text all the same: characters only, something to see, in one line. */
    public String line() {
        return odd(random.nextInt(12)) + "x" + odd(random.nextInt(12));
    }

    /** The same in several lines. */
    public String lines() {
        return line() + BREAKS.get(random.nextInt(BREAKS.size())) + line();
    }

    private String odd(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    random.nextInt(3) == 0 ? LETTERS.codePointAt(random.nextInt(LETTERS.length())) : from(ODD));
        }
        return text.toString();
    }

    private int from(int[][] ranges) {
        int[] range = ranges[random.nextInt(ranges.length)];
        return range[0] + random.nextInt(range[1] - range[0] + 1);
    }
}
