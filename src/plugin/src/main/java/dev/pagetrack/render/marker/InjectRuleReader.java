package dev.pagetrack.render.marker;

import dev.pagetrack.page.PagePatterns;
import dev.pagetrack.render.site.RenderException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;

/** Checks the user's {@link InjectRule}s and makes {@link Injection}s of them. */
public final class InjectRuleReader {

    /**
     * Selectors without escapes, functions and attributes. A page that has a matching element contains the names in
     * them.
     */
    private static final Pattern PLAIN = Pattern.compile("[\\w\\-#.>+~,*\\s]+");

    private static final Pattern PSEUDO_CLASS = Pattern.compile(":[a-z-]+(?![a-z(-])");

    /** Elements that a parser adds where their tags are missing. */
    private static final Set<String> IMPLIED = Set.of("", "html", "head", "body", "tbody", "tr", "colgroup");

    private final Set<String> widgets;
    private final List<String> problems = new ArrayList<>();

    private InjectRuleReader(Set<String> widgets) {
        this.widgets = widgets;
    }

    /**
     * The checked rules in their order.
     *
     * @param widgets the names of all widgets
     * @throws RenderException if a rule is wrong, with one message for each mistake that names the element of the pom
     */
    public static List<Injection> of(List<InjectRule> rules, Set<String> widgets) {
        var reader = new InjectRuleReader(widgets);
        var injections = new ArrayList<Injection>();
        for (int i = 0; i < rules.size(); i++) {
            reader.read(i + 1, rules.get(i)).ifPresent(injections::add);
        }
        if (!reader.problems.isEmpty()) {
            throw new RenderException(reader.problems);
        }
        return List.copyOf(injections);
    }

    private Optional<Injection> read(int number, InjectRule rule) {
        var name = Injection.name(number);
        int before = problems.size();
        var selector = selector(name, rule.selector());
        var position = InjectPosition.named(rule.position());
        if (position.isEmpty()) {
            addProblem(name, "position", rule.position(), "write one of " + InjectPosition.choices());
        }
        if (!widgets.contains(rule.widget())) {
            addProblem(
                    name, "widget", rule.widget(), "there is no such widget; there are " + String.join(", ", widgets));
        }
        var parameters = parameters(name, rule);
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Injection(
                        number,
                        rule,
                        selector.orElseThrow(),
                        position.orElseThrow(),
                        parameters,
                        PagePatterns.of(rule.includes(), rule.excludes()),
                        requiredWords(rule.selector())));
    }

    private Optional<Evaluator> selector(String name, String selector) {
        try {
            if (!selector.isEmpty() && !selector.contains("::")) {
                return Optional.of(QueryParser.parse(selector));
            }
            addProblem(name, "selector", selector, "write a CSS selector, such as article h1 or #content > .meta");
        } catch (SelectorParseException | IllegalArgumentException e) {
            addProblem(name, "selector", selector, "it is not a CSS selector (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    private MarkerParameters parameters(String name, InjectRule rule) {
        var parameters = MarkerParameters.defaults(rule.widget());
        for (var entry : rule.parameters().entrySet()) {
            parameters = parameter(name, entry, parameters);
        }
        return parameters;
    }

    private MarkerParameters parameter(String name, Map.Entry<String, String> entry, MarkerParameters others) {
        var parameter = ParameterDefinition.named(entry.getKey());
        if (parameter.isEmpty()) {
            problems.add(name + ": <" + entry.getKey() + "> in <parameters> is not a parameter; there are "
                    + ParameterDefinition.list(""));
            return others;
        }
        try {
            return parameter.get().read(entry.getValue().strip(), others);
        } catch (IllegalArgumentException e) {
            addProblem(name, entry.getKey(), entry.getValue(), String.valueOf(e.getMessage()));
            return others;
        }
    }

    private void addProblem(String name, String element, String value, String advice) {
        problems.add(name + ": <" + element + "> is '" + value + "': " + advice);
    }

    /**
     * The longest name of each alternative of the selector, in lower case. A page that contains none of them cannot
     * match and need not be parsed. Empty if the selector is too complex to tell.
     */
    static List<String> requiredWords(String selector) {
        var plain = PSEUDO_CLASS.matcher(selector).replaceAll("");
        if (!PLAIN.matcher(plain).matches()) {
            return List.of();
        }
        var words = Arrays.stream(plain.split(","))
                .map(InjectRuleReader::longestName)
                .toList();
        return words.contains("") ? List.of() : words;
    }

    private static String longestName(String alternative) {
        return Stream.of(alternative.split("[^\\w-]+"))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !IMPLIED.contains(name))
                .reduce("", (one, other) -> other.length() > one.length() ? other : one);
    }
}
