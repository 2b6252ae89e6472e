package org.clearancedesk.engine.hardening;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.FeelEngine;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates the cells of decision tables. What a constant is, and whether an answer is among the constants of a cell,
 * depends on nothing else: that is asked of FEEL once and remembered. Every other text is asked each time.
 */
public final class CachingFeelEngine implements FeelEngine {

    private static final String CONSTANT = "(?:\"[^\"\\\\]*\"|true|false)";
    private static final String CONSTANTS = CONSTANT + "(?:\\s*,\\s*" + CONSTANT + ")*";
    private static final Pattern ONE = Pattern.compile(CONSTANT);
    private static final Pattern SOME = Pattern.compile(CONSTANTS + "|not\\(" + CONSTANTS + "\\)");

    /** Far more than the tables hold; so many strange answers cannot fill the memory. */
    private static final int AT_MOST = 10_000;

    private record Test(String cell, @Nullable Object answer) {}

    private final FeelEngine feel;
    private final Map<String, Object> constants = new ConcurrentHashMap<>();
    private final Map<Test, Boolean> tests = new ConcurrentHashMap<>();

    CachingFeelEngine(FeelEngine feel) {
        this.feel = feel;
    }

    /** What an engine for decision tables is built with. */
    public static DmnEngineConfiguration ofTables() {
        DefaultDmnEngineConfiguration tables =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        tables.setFeelEngineFactory(() -> new CachingFeelEngine(new ScalaFeelEngineFactory().createInstance()));
        return tables;
    }

    @Override
    // As the engine has it: the caller knows what comes.
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    public <T> T evaluateSimpleExpression(String text, VariableContext variables) {
        return ONE.matcher(text).matches()
                ? (T) remembered(constants, text, () -> feel.evaluateSimpleExpression(text, variables))
                : feel.evaluateSimpleExpression(text, variables);
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String cell, String input, VariableContext variables) {
        TypedValue given = variables.resolve(input);
        Object answer = given == null ? null : given.getValue();
        boolean isSimple = answer instanceof String || answer instanceof Boolean;
        return (isSimple && SOME.matcher(cell).matches())
                ? remembered(tests, new Test(cell, answer), () -> feel.evaluateSimpleUnaryTests(cell, input, variables))
                : feel.evaluateSimpleUnaryTests(cell, input, variables);
    }

    private static <K, V> V remembered(Map<K, V> known, K what, Supplier<V> ask) {
        V before = known.get(what);
        if (before != null) {
            return before;
        }
        V said = ask.get();
        if (known.size() < AT_MOST) {
            known.put(what, said);
        }
        return said;
    }
}
