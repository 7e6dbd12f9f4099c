package dev.pagetrack.render.widget;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import dev.pagetrack.render.site.RenderException;
import java.io.StringWriter;
import java.util.Set;

/** The template of a widget, after it was read and checked. */
public final class WidgetTemplate {

    private final String widget;
    private final TemplateFiles files;
    private final Mustache compiled;
    private final Set<String> usedNames;
    private final boolean balanced;
    private final Set<String> mayClose;

    /**
     * @param widget the name of the widget
     * @param files the folders that the template was read from
     * @param compiled the template
     * @param usedNames the names that the template uses of the variables that every template sees
     * @param balanced see {@link #isBalanced}
     * @param mayClose see {@link #mayClose}
     */
    WidgetTemplate(
            String widget,
            TemplateFiles files,
            Mustache compiled,
            Set<String> usedNames,
            boolean balanced,
            Set<String> mayClose) {
        this.widget = widget;
        this.files = files;
        this.compiled = compiled;
        this.usedNames = usedNames;
        this.balanced = balanced;
        this.mayClose = mayClose;
    }

    /** Whether the template uses a variable, or one of the variable's own values. */
    boolean uses(String variable) {
        for (var name : usedNames) {
            if (name.equals(variable) || name.startsWith(variable + ".")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the template shows the exact instant of the figures, and not only its day. */
    public boolean showsInstant() {
        return usedNames.contains(Variables.AS_OF) || usedNames.contains(Variables.AS_OF_TIME);
    }

    /** Whether the template may show a link to a page. */
    public boolean mayLink() {
        return uses("items") || uses(Variables.TRENDING) || uses("page");
    }

    /** Whether the widget's HTML opens and closes the same elements, whatever the figures are. */
    boolean isBalanced() {
        return balanced;
    }

    /** The elements that a start tag in the template closes, if they are open around the widget. */
    Set<String> mayClose() {
        return mayClose;
    }

    /**
     * Returns the widget as HTML.
     *
     * @param data the values that the template sees
     * @throws RenderException if the template fails, with a message that names the file and the line
     */
    public String render(TemplateScope data) {
        var html = new StringWriter();
        try {
            compiled.execute(html, data);
        } catch (MustacheException e) {
            throw files.located(widget, e);
        }
        return html.toString();
    }
}
