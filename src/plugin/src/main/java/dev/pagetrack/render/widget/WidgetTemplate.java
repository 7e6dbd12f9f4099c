package dev.pagetrack.render.widget;

import com.github.mustachejava.Mustache;
import com.github.mustachejava.MustacheException;
import dev.pagetrack.render.site.RenderException;
import java.io.StringWriter;
import java.util.Set;

/** The template of a widget, which was read and checked. */
public final class WidgetTemplate {

    private final String widget;
    private final TemplateFiles files;
    private final Mustache compiled;
    private final Set<String> used;
    private final boolean even;
    private final Set<String> closes;

    /**
     * @param widget the name of the widget
     * @param files where its template was read
     * @param compiled the template
     * @param used the names that it uses of those that every template sees
     * @param even see {@link #isEven}
     * @param closes see {@link #closes}
     */
    WidgetTemplate(
            String widget, TemplateFiles files, Mustache compiled, Set<String> used, boolean even, Set<String> closes) {
        this.widget = widget;
        this.files = files;
        this.compiled = compiled;
        this.used = used;
        this.even = even;
        this.closes = closes;
    }

    /** Whether the template names a variable, or one of its values. */
    boolean uses(String variable) {
        for (var name : used) {
            if (name.equals(variable) || name.startsWith(variable + ".")) {
                return true;
            }
        }
        return false;
    }

    /** Whether the template names more of the instant of the figures than its day. */
    public boolean showsInstant() {
        return used.contains(Variables.AS_OF) || used.contains(Variables.AS_OF_TIME);
    }

    /** Whether what the widget shows opens and ends the same elements, whatever the figures are. */
    boolean isEven() {
        return even;
    }

    /** The elements that the widget may end where they are open around it, by the start tags that its template writes. */
    Set<String> closes() {
        return closes;
    }

    /**
     * The widget as HTML.
     *
     * @param data what its template sees
     * @throws RenderException if the template fails, with a message that names the file and the line
     */
    public String render(TemplateScope data) {
        var html = new StringWriter();
        try {
            compiled.execute(html, data);
        } catch (MustacheException e) {
            throw files.failed(widget, e);
        }
        return html.toString();
    }
}
