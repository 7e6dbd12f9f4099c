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
 * Runs a template without figures, through all its sections, those for what is empty included: what is wrong in it shows
 * before a page is written, whatever the figures are. Each value leaves one of the {@link ValueMarks} in the output.
 */
final class TemplateDryRun implements ObjectHandler {

    private static final Variable NOTHING = new Variable(Kind.NONE);

    private final ValueMarks marks = new ValueMarks();
    private final Set<String> used = new TreeSet<>();
    private boolean even = true;

    /** The marks that it wrote. */
    ValueMarks marks() {
        return marks;
    }

    /** The names that the template uses of those that every template sees, for values and sections. */
    Set<String> used() {
        return used;
    }

    /** Whether each section, written or left out, leaves no element open: then markers of a kind all fit if one does. */
    boolean isEven() {
        return even;
    }

    @Override
    public Binding createBinding(String name, TemplateContext context, Code code) {
        return scopes -> new Value(name, find(name, context, scopes), context);
    }

    /** Not asked: {@link #createBinding} finds. */
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
            used.add(name);
        }
        for (int i = 1; found != null && i < parts.length; i++) {
            open = List.of(found);
            found = found.parts().get(parts[i]);
        }
        if (found == null) {
            throw new MustacheException(
                    "there is no variable '" + name + "' there: " + Variables.insteadOf(name, open), context);
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

    private Writer section(Iteration section, Writer writer, Object of, Object value, List<Object> scopes) {
        int from = writer.toString().length();
        var after = section.next(writer, value, scopes);
        boolean sameInAll = of instanceof Value some && some.name().equals(Variables.IN_LIST);
        even &= sameInAll || MarkerBounds.isWhole(after.toString().substring(from));
        return after;
    }

    @Override
    public String stringify(Object object) {
        if (!(object instanceof Value value)) {
            throw new MustacheException("{{.}} stands for nothing there: name a value");
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
