package dev.pagetrack.render.widget;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.mustachejava.TemplateContext;
import dev.pagetrack.html.ByteSearch;
import dev.pagetrack.render.widget.Variables.Variable;
import java.util.ArrayList;
import java.util.List;

/** Marks that stand for values in the output of a template. They show where each value will be. */
final class ValueMarks {

    private static final char START = '\u0001';
    private static final char END = '\u0002';

    /**
     * A value that a template names.
     *
     * @param name the name as the template writes it
     * @param variable the variable of that name
     * @param context the place in the template
     */
    record Value(String name, Variable variable, TemplateContext context) {}

    private final List<Value> values = new ArrayList<>();

    /** Makes a mark for a value, to be written instead of it. */
    String mark(Value value) {
        values.add(value);
        return START + Integer.toString(values.size() - 1) + END;
    }

    /** The index at which the next mark begins; the length of the output if there is none. */
    static int next(byte[] output, int from) {
        return ByteSearch.indexOf(output, START, from);
    }

    /** The index after the mark that begins at an index. */
    static int endOf(byte[] output, int mark) {
        return ByteSearch.indexOf(output, END, mark) + 1;
    }

    /** The value whose mark begins at an index. */
    Value valueAt(byte[] output, int mark) {
        int end = ByteSearch.indexOf(output, END, mark);
        return values.get(Integer.parseInt(new String(output, mark + 1, end - mark - 1, UTF_8)));
    }
}
