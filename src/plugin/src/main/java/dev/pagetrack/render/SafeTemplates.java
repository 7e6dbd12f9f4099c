package dev.pagetrack.render;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.DefaultMustacheVisitor;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.TemplateContext;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Mustache without what can hurt a page or the machine: values are always escaped, partials have simple names, and a
 * template that names an unknown variable is refused when it is read.
 */
final class SafeTemplates extends DefaultMustacheFactory {

    private final TemplateFiles files;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    SafeTemplates(TemplateFiles files) {
        this.files = files;
        setObjectHandler(new TemplateValues());
    }

    /** The variables that the templates read so far name, parts of others included. */
    Set<String> used() {
        return Set.copyOf(used);
    }

    @Override
    public Reader getReader(String name) {
        return new StringReader(files.text(name));
    }

    @Override
    public String resolvePartialPath(String directory, String name, String ending) {
        return name + TemplateFiles.ENDING;
    }

    /** Escapes for text and quoted attributes. */
    @Override
    public void encode(String value, Writer writer) {
        try {
            for (int i = 0; i < value.length(); i++) {
                char c = value.charAt(i);
                switch (c) {
                    case '&' -> writer.write("&amp;");
                    case '<' -> writer.write("&lt;");
                    case '>' -> writer.write("&gt;");
                    case '"' -> writer.write("&quot;");
                    case '\'' -> writer.write("&#39;");
                    case '`' -> writer.write("&#96;");
                    default -> writer.write(c);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public MustacheVisitor createMustacheVisitor() {
        return new SafeVisitor();
    }

    private final class SafeVisitor extends DefaultMustacheVisitor {

        SafeVisitor() {
            super(SafeTemplates.this);
        }

        @Override
        public void value(TemplateContext context, String variable, boolean escaped) {
            if (!escaped) {
                throw new MustacheException(
                        "'" + variable + "' would not be escaped: write {{" + variable + "}}", context);
            }
            requireKnown(variable, context);
            super.value(context, variable, true);
        }

        @Override
        public void iterable(TemplateContext context, String variable, Mustache section) {
            requireKnown(variable, context);
            super.iterable(context, variable, section);
        }

        @Override
        public void notIterable(TemplateContext context, String variable, Mustache section) {
            requireKnown(variable, context);
            super.notIterable(context, variable, section);
        }

        @Override
        public void dynamicPartial(TemplateContext context, String variable, String indent) {
            throw new MustacheException("{{>*…}} is not supported: name the partial", context);
        }

        @Override
        public void pragma(TemplateContext context, String pragma, String arguments) {
            throw new MustacheException("{{%…}} is not supported: remove it", context);
        }

        private void requireKnown(String variable, TemplateContext context) {
            if (!Variables.ALL.contains(variable)) {
                var all = String.join(", ", Variables.names());
                throw new MustacheException("there is no variable '" + variable + "'; there are " + all, context);
            }
            used.add(variable);
        }
    }
}
