package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The template of the stack, with short forms such as {@code !Ref} replaced by long forms, as in CloudFormation.
 *
 * @param content the whole template
 */
record Template(Map<String, Object> content) {

    static final String FILE = "stack.yaml";
    private static final Pattern SUBSTITUTE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    static Template read() {
        try (var in = IngestHandler.class.getResourceAsStream(FILE)) {
            return new Template(map(new Yaml(new ShortForms()).load(in)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(@Nullable Object value) {
        return (Map<String, Object>) requireNonNull(value);
    }

    static List<?> list(@Nullable Object value) {
        return (List<?>) requireNonNull(value);
    }

    Map<String, Object> section(String name) {
        return map(content.get(name));
    }

    Map<String, Object> resource(String name) {
        return map(section("Resources").get(name));
    }

    Map<String, Object> properties(String name) {
        return map(resource(name).get("Properties"));
    }

    /** The names that {@code Ref}, {@code Fn::GetAtt} and {@code Fn::Sub} refer to. */
    static List<String> references(Object value) {
        var found = new ArrayList<String>();
        if (value instanceof List<?> list) {
            list.forEach(one -> found.addAll(references(one)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                if (key.equals("Ref") || key.equals("Fn::GetAtt")) {
                    found.add((String) one);
                } else if (key.equals("Fn::Sub")) {
                    SUBSTITUTE.matcher((String) one).results().forEach(match -> found.add(match.group(1)));
                } else {
                    found.addAll(references(one));
                }
            });
        }
        return found;
    }

    /** The conditions that are used, in {@code Fn::If} and as {@code Condition} of a resource or output. */
    static List<String> conditions(Object value) {
        var found = new ArrayList<String>();
        if (value instanceof List<?> list) {
            list.forEach(one -> found.addAll(conditions(one)));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, one) -> {
                if (key.equals("Fn::If")) {
                    found.add((String) ((List<?>) one).get(0));
                } else if (key.equals("Condition") && one instanceof String name) {
                    found.add(name);
                }
                found.addAll(conditions(one));
            });
        }
        return found;
    }

    /**
     * Resolves a value as CloudFormation does.
     *
     * @param holds the value of every condition
     * @return the value; empty for {@code AWS::NoValue}
     */
    @Nullable
    Object resolved(@Nullable Object value, boolean holds) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> resolved(one, holds))
                    .filter(one -> one != null)
                    .toList();
        }
        if (!(value instanceof Map<?, ?> map)) {
            return value;
        }
        if (map.containsKey("Ref")) {
            return parameter((String) map.get("Ref"));
        }
        if (map.get("Fn::If") instanceof List<?> branches) {
            return resolved(branches.get(holds ? 1 : 2), holds);
        }
        if (map.containsKey("Fn::GetAtt") || map.containsKey("Fn::Sub") || map.containsKey("Fn::Join")) {
            return "text";
        }
        var all = new LinkedHashMap<String, Object>();
        map.forEach((key, one) -> {
            var result = resolved(one, holds);
            if (result != null) {
                all.put((String) key, result);
            }
        });
        return all;
    }

    private @Nullable Object parameter(String name) {
        if (name.equals("AWS::NoValue")) {
            return null;
        }
        var parameter = section("Parameters").get(name);
        if (parameter == null) {
            return "text";
        }
        var type = map(parameter).get("Type");
        var given = map(parameter).getOrDefault("Default", "text");
        return requireNonNull(type).equals("CommaDelimitedList") ? List.of(given) : given;
    }

    /** Whether a name is a pseudo parameter, which AWS defines. */
    static boolean isPseudoParameter(String name) {
        return Set.of("AWS::AccountId", "AWS::Partition", "AWS::Region", "AWS::StackName", "AWS::NoValue")
                .contains(name);
    }

    private static final class ShortForms extends SafeConstructor {

        ShortForms() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new ShortForm());
        }

        private final class ShortForm extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                var name = node.getTag().getValue().substring(1);
                return Map.of(name.equals("Ref") ? name : "Fn::" + name, value(node));
            }

            private Object value(Node node) {
                if (node instanceof ScalarNode scalar) {
                    return scalar.getValue();
                }
                return node instanceof SequenceNode sequence
                        ? constructSequence(sequence)
                        : constructMapping((MappingNode) node);
            }
        }
    }
}
