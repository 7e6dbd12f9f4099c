package dev.pagetrack.render.widget;

import org.jspecify.annotations.Nullable;

/** A group of values that a template can name. Each value is computed when a template names it. */
public interface TemplateScope {

    /** The value of a name; null if there is none. */
    @Nullable
    Object value(String name);
}
