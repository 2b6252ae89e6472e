package org.clearancedesk.evidence.file;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A formula taken apart: what it computes with, and the texts in it, which are shown and do nothing by themselves. */
final class FormulaPieces {

    private static final Pattern JOINED = Pattern.compile("\\s*&\\s*");

    private final String formula;
    private final StringBuilder computed = new StringBuilder();
    private final StringBuilder named = new StringBuilder();
    private final List<StringBuilder> texts = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private int textEnded = -1;
    private char quote;
    private int brackets;

    FormulaPieces(String formula) {
        this.formula = formula;
        for (int i = 0; i < formula.length(); i++) {
            i += pass(formula.charAt(i), i);
        }
    }

    /** Without texts and the names of sheets and columns. */
    String computed() {
        return computed.toString();
    }

    /** Without texts. */
    String withNames() {
        return named.toString();
    }

    /** Two that are put together in the formula are one. */
    List<String> texts() {
        return texts.stream().map(StringBuilder::toString).toList();
    }

    /** What is computed before a text. */
    String before(int text) {
        return computed.substring(0, places.get(text)).stripTrailing();
    }

    /** Gives how many of the letters behind it are passed over. */
    private int pass(char letter, int at) {
        boolean isText = quote == '"';
        boolean isName = quote == '\'' || brackets > 0 || letter == '[';
        int skipped = 0;
        if (quote != 0) {
            quote = letter == quote ? 0 : quote;
            textEnded = isText && quote == 0 ? at + 1 : textEnded;
            if (isText && quote != 0) {
                texts.get(texts.size() - 1).append(letter);
            }
        } else if (brackets > 0 && letter == '\'') {
            // Within brackets it takes the next letter for what it is.
            skipped = 1;
        } else if (isName) {
            brackets += letter == '[' ? 1 : letter == ']' ? -1 : 0;
        } else if (letter == '"' || letter == '\'') {
            quote = letter;
            isText = letter == '"';
            isName = !isText;
            if (isText) {
                beginText(at);
            }
        }
        computed.append(isText || isName ? ' ' : letter);
        named.append(isText ? ' ' : letter);
        return skipped;
    }

    private void beginText(int at) {
        boolean goesOn = textEnded >= 0
                && (at == textEnded
                        || JOINED.matcher(formula.substring(textEnded, at)).matches());
        if (!goesOn) {
            texts.add(new StringBuilder());
            places.add(computed.length());
        }
    }
}
