package org.clearancedesk.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnDecisionResultEntries;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.clearancedesk.intake.Facts.Answer;

/** The decision model as the tests ask it: as a whole, or one chapter at a time. */
final class GuidelineModel {

    private record Asked(String chapter, List<Object> answers) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DmnEngine ENGINE =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> DECISIONS = parse();
    private static final Map<Asked, List<Finding>> KNOWN = new ConcurrentHashMap<>();

    private GuidelineModel() {}

    /** The decision {@code guidelineTriage} and all that it requires. */
    static Triage triage(Facts facts) {
        DmnDecisionResultEntries result =
                evaluate("guidelineTriage", request(FactSpace.json(facts))).getSingleResult();
        Object findings = result.getEntry("findings");
        return new Triage(
                Tier.valueOf(result.getEntry("tier")),
                result.<List<String>>getEntry("reviews").stream()
                        .map(ReviewKind::valueOf)
                        .toList(),
                List.of(JSON.convertValue(findings, Finding[].class)),
                "");
    }

    /** The rows of one chapter's table that match; remembered by the facts that the table reads. */
    static List<Finding> chapter(ModelText.Table table, Facts facts) {
        return chapter(table, FactSpace.json(facts));
    }

    /**
     * The findings put together from the chapters, the fast way to look at very many facts. That the model puts them
     * together alike is shown in {@link EveryAnswerGetsItsTierTest}.
     */
    static List<Finding> findings(Facts facts) {
        Map<String, Object> answers = FactSpace.json(facts);
        List<Finding> all = new ArrayList<>(chapter(ModelText.CHAPTERS.get(0), answers));
        if (facts.generative() != Answer.NO) {
            ModelText.CHAPTERS.stream().skip(1).forEach(table -> all.addAll(chapter(table, answers)));
        }
        if (tier(all) != Tier.LOW) {
            all.removeIf(finding -> finding.clause().equals("M1"));
        }
        return all;
    }

    static Tier tier(List<Finding> findings) {
        return findings.stream().map(Finding::tier).max(Tier::compareTo).orElseThrow();
    }

    static DmnDecisionResult evaluate(String decision, Map<String, Object> variables) {
        return ENGINE.evaluateDecision(DECISIONS.get(decision), variables);
    }

    static Map<String, Object> request(Map<String, Object> facts) {
        return Map.of("request", Map.of("facts", facts));
    }

    private static List<Finding> chapter(ModelText.Table table, Map<String, Object> answers) {
        Asked asked =
                new Asked(table.id(), table.facts().stream().map(answers::get).toList());
        List<Finding> known = KNOWN.get(asked);
        return known != null ? known : KNOWN.computeIfAbsent(asked, key -> rows(table, answers));
    }

    private static List<Finding> rows(ModelText.Table table, Map<String, Object> facts) {
        List<String> outputs = table.outputs();
        return evaluate(table.id(), request(facts)).stream()
                .map(row -> new Finding(
                        row.getEntry(outputs.get(0)),
                        Tier.valueOf(row.getEntry(outputs.get(1))),
                        row.<Boolean>getEntry(outputs.get(2)),
                        row.getEntry(outputs.get(3))))
                .toList();
    }

    private static Map<String, DmnDecision> parse() {
        try (InputStream source = ModelText.open()) {
            return ENGINE.parseDecisions(source).stream()
                    .collect(Collectors.toMap(DmnDecision::getKey, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
