package dev.pagetrack.render.widget;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.DefaultMustacheVisitor;
import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import com.github.mustachejava.MustacheVisitor;
import com.github.mustachejava.ObjectHandler;
import com.github.mustachejava.TemplateContext;
import dev.pagetrack.render.site.RenderException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * Compiles Mustache templates, without the features that can harm a page or the machine: values are always escaped,
 * unless the user allows otherwise, and the names of partials are simple names.
 */
final class SafeTemplates extends DefaultMustacheFactory {

    private final TemplateFiles files;
    private final boolean allowUnescaped;

    /**
     * @param files finds the text of templates
     * @param allowUnescaped whether templates may write values unescaped
     * @param values finds the values that templates name
     */
    SafeTemplates(TemplateFiles files, boolean allowUnescaped, ObjectHandler values) {
        this.files = files;
        this.allowUnescaped = allowUnescaped;
        setObjectHandler(values);
    }

    @Override
    public Reader getReader(String name) {
        return new StringReader(files.text(name));
    }

    @Override
    public String resolvePartialPath(String directory, String name, String ending) {
        return name + TemplateFiles.ENDING;
    }

    /** Escapes a value for text and quoted attributes. */
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
            if (!escaped && !allowUnescaped) {
                throw new MustacheException(
                        "'" + variable + "' would not be escaped: write {{" + variable
                                + "}}, or set <unescaped> (pagetrack.unescaped) to true",
                        context);
            }
            super.value(context, variable, escaped);
        }

        @Override
        public void partial(TemplateContext context, String variable, String indent) {
            require(variable, context);
            super.partial(context, variable, indent);
        }

        @Override
        public void extend(TemplateContext context, String variable, Mustache blocks) {
            require(variable, context);
            super.extend(context, variable, blocks);
        }

        /** Checks that a partial can be read, so that an error is reported for the line that includes it. */
        private void require(String name, TemplateContext context) {
            try {
                files.text(name + TemplateFiles.ENDING);
            } catch (RenderException e) {
                throw new MustacheException(e.getMessage(), context);
            }
        }

        @Override
        public void dynamicPartial(TemplateContext context, String variable, String indent) {
            throw new MustacheException("{{>*…}} is not supported: write the name of the partial", context);
        }

        @Override
        public void pragma(TemplateContext context, String pragma, String arguments) {
            throw new MustacheException("{{%…}} is not supported: remove it", context);
        }
    }
}
