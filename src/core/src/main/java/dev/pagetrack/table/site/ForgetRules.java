package dev.pagetrack.table.site;

import dev.pagetrack.log.Sha256;
import dev.pagetrack.table.item.Attributes;
import dev.pagetrack.table.item.Expression;
import dev.pagetrack.table.item.OpenTable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The rules of a site about views that the owner took out again. */
public final class ForgetRules {

    /** Between patterns: no page name contains a line feed. */
    private static final String SEPARATOR = "\n";

    private final OpenTable table;

    public ForgetRules(OpenTable table) {
        this.table = table;
    }

    /** Adds a rule. A rule that is there already changes nothing. */
    public void add(ForgetRule rule) {
        var update = new Expression();
        update.set(
                Attributes.RULE + id(rule),
                AttributeValue.fromM(Map.of(
                        Attributes.RULE_PAGES,
                        Attributes.text(String.join(SEPARATOR, rule.patterns())),
                        Attributes.RULE_FROM,
                        Attributes.number(rule.from().getEpochSecond()),
                        Attributes.RULE_TO,
                        Attributes.number(rule.to().getEpochSecond()))));
        table.items().update(table.attributes().forgotten(), update);
    }

    /** Returns the rules that an item of {@code META} holds, in a fixed order. */
    static List<ForgetRule> of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .filter(attribute -> attribute.getKey().startsWith(Attributes.RULE))
                .sorted(Map.Entry.comparingByKey())
                .map(attribute -> rule(attribute.getValue().m()))
                .toList();
    }

    private static ForgetRule rule(Map<String, AttributeValue> rule) {
        return new ForgetRule(
                List.of(Attributes.text(rule, Attributes.RULE_PAGES).split(SEPARATOR, -1)),
                Instant.ofEpochSecond(Attributes.number(rule, Attributes.RULE_FROM)),
                Instant.ofEpochSecond(Attributes.number(rule, Attributes.RULE_TO)));
    }

    /** The same for equal rules, so that a repeated call adds nothing. */
    private static String id(ForgetRule rule) {
        var digest = Sha256.create();
        digest.update(rule.toString().getBytes(StandardCharsets.UTF_8));
        return Sha256.hex(digest).substring(0, 16);
    }
}
