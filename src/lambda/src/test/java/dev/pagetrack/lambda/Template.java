package dev.pagetrack.lambda;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The stack's template as CloudFormation reads it: short forms such as {@code !Ref} are their long ones. */
final class Template {

    private Template() {}

    static Map<String, Object> read() throws IOException {
        try (var in = IngestHandler.class.getResourceAsStream("stack.yaml")) {
            return map(new Yaml(new ShortForms()).load(in));
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
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
                var value = value(node);
                if (name.equals("GetAtt") && value instanceof String text) {
                    value = List.of(text.substring(0, text.indexOf('.')), text.substring(text.indexOf('.') + 1));
                }
                var form = new LinkedHashMap<String, Object>();
                form.put(name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name, value);
                return form;
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
