package dev.pagetrack.render.widget;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.util.Wrapper;
import dev.pagetrack.render.marker.MarkerBounds;
import dev.pagetrack.render.widget.ValueMarks.Value;
import dev.pagetrack.render.widget.Variables.Kind;
import dev.pagetrack.render.widget.Variables.Variable;
import java.io.Writer;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs a template without figures, through all its sections, including those for empty values. So errors in the
 * template are found before a page is written, whatever the figures are. In the output, a mark of {@link ValueMarks}
 * stands for each value.
 */
final class TemplateDryRun implements ObjectHandler {

    private static final Variable NOTHING = new Variable(Kind.NONE);

    private final ValueMarks marks = new ValueMarks();
    private final Set<String> usedNames = new TreeSet<>();
    private boolean balanced = true;

    /** The marks that stand in the output. */
    ValueMarks marks() {
        return marks;
    }

    /** The names that the template uses, in values and sections, of the variables that every template sees. */
    Set<String> usedNames() {
        return usedNames;
    }

    /** Whether each section closes just the elements that it opens. Then all markers of a kind fit if one does. */
    boolean isBalanced() {
        return balanced;
    }

    @Override
    public Binding createBinding(String name, TemplateContext context, Code code) {
        return scopes -> new Value(name, find(name, context, scopes), context);
    }

    /** Never called, because {@link #createBinding} finds the variables. */
    @Override
    public Wrapper find(String name, List<Object> scopes) {
        throw new IllegalStateException(name);
    }

    private Variable find(String name, TemplateContext context, List<Object> scopes) {
        var parts = name.split("\\.", -1);
        var open = scopes.stream()
                .map(scope -> scope instanceof Variable variable ? variable : ((Value) scope).variable())
                .toList();
        Variable found = null;
        int scope = open.size();
        while (scope > 0 && found == null) {
            found = open.get(--scope).parts().get(parts[0]);
        }
        if (scope == 0) {
            usedNames.add(name);
        }
        for (int i = 1; found != null && i < parts.length; i++) {
            open = List.of(found);
            found = found.parts().get(parts[i]);
        }
        if (found == null) {
            throw new MustacheException(
                    "there is no variable '" + name + "' here: " + Variables.suggestion(name, open), context);
        }
        return found;
    }

    @Override
    public Object coerce(Object value) {
        return value;
    }

    @Override
    public Writer iterate(Iteration section, Writer writer, Object value, List<Object> scopes) {
        return section(section, writer, value, value, scopes);
    }

    @Override
    public Writer falsey(Iteration section, Writer writer, Object value, List<Object> scopes) {
        return section(section, writer, value, NOTHING, scopes);
    }

    private Writer section(Iteration section, Writer writer, Object condition, Object value, List<Object> scopes) {
        int from = writer.toString().length();
        var after = section.next(writer, value, scopes);
        // All markers of a kind are in lists, or none is.
        boolean isInList = condition instanceof Value named && named.name().equals(Variables.IN_LIST);
        balanced &= isInList || MarkerBounds.isWhole(after.toString().substring(from));
        return after;
    }

    @Override
    public String stringify(Object object) {
        if (!(object instanceof Value value)) {
            throw new MustacheException("{{.}} has no value here: write the name of a variable");
        }
        if (value.variable().kind() == Kind.NONE) {
            throw new MustacheException(
                    value.variable().parts().isEmpty()
                            ? "'" + value.name() + "' is true or false and has no text: write {{#" + value.name()
                                    + "}}…{{/" + value.name() + "}}"
                            : "'" + value.name()
                                    + "' is a list or a group of values and has no text: name one of its values",
                    value.context());
        }
        return marks.mark(value);
    }
}
