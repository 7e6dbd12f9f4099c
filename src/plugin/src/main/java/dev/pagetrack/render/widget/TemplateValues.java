package dev.pagetrack.render.widget;

import com.github.mustachejava.Binding;
import com.github.mustachejava.Code;
import com.github.mustachejava.Iteration;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.TemplateContext;
import com.github.mustachejava.util.Wrapper;
import dev.pagetrack.render.site.RenderException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the values that a template names in {@link WidgetData}, and nowhere else: the default handler of mustache.java
 * reads fields and calls methods of any object. An unknown name is an error, and not an empty place on the page.
 */
final class TemplateValues implements ObjectHandler {

    @Override
    public Binding createBinding(String name, TemplateContext context, Code code) {
        if (name == null) {
            return scopes -> null; // the text between names
        }
        return find(name, List.of())::call; // once for each template, not once for each page
    }

    @Override
    public Wrapper find(String name, List<Object> ignored) {
        var parts = name.split("\\.", -1);
        return scopes -> {
            var value = innermost(name, parts[0], scopes);
            for (int i = 1; i < parts.length; i++) {
                value = part(name, parts[i], value);
            }
            return value;
        };
    }

    @Override
    public Object coerce(Object value) {
        return value;
    }

    @Override
    public Writer iterate(Iteration section, Writer writer, Object value, List<Object> scopes) {
        if (isFalsey(value)) {
            return writer;
        }
        var result = writer;
        for (var each : value instanceof List<?> list ? list : List.of(value)) {
            result = section.next(result, each, scopes);
        }
        return result;
    }

    @Override
    public Writer falsey(Iteration section, Writer writer, Object value, List<Object> scopes) {
        return isFalsey(value) ? section.next(writer, value, scopes) : writer;
    }

    @Override
    public String stringify(Object value) {
        if (value instanceof TemplateScope || value instanceof Map || value instanceof List) {
            throw new RenderException("a list or a group of values has no text: name one of its values");
        }
        return value.toString();
    }

    private static boolean isFalsey(Object value) {
        return value.equals(false)
                || value.equals("")
                || (value instanceof List<?> list && list.isEmpty())
                || (value instanceof TemplateInstant at && at.instant().isEmpty())
                || (value instanceof TemplateNumber number && number.value() == 0);
    }

    private static Object innermost(String name, String part, List<Object> scopes) {
        for (int i = scopes.size() - 1; i >= 0; i--) {
            var found = partOrNull(part, scopes.get(i));
            if (found != null) {
                return found;
            }
        }
        throw missing(name);
    }

    private static Object part(String name, String part, Object of) {
        var value = partOrNull(part, of);
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private static @Nullable Object partOrNull(String part, Object of) {
        if (of instanceof TemplateNumber number) {
            return switch (part) {
                case "raw" -> number.raw();
                case "grouped" -> number.grouped();
                case "compact" -> number.compact();
                default -> null;
            };
        }
        if (of instanceof TemplateInstant instant) {
            return switch (part) {
                case "time" -> instant.time();
                case "date" -> instant.date();
                default -> null;
            };
        }
        if (of instanceof TemplateScope values) {
            return values.value(part);
        }
        return of instanceof Map<?, ?> map ? map.get(part) : null;
    }

    private static RenderException missing(String name) {
        return new RenderException("the variable '" + name + "' does not exist here");
    }
}
