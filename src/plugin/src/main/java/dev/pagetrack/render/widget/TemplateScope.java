package dev.pagetrack.render.widget;

/** A group of values that a template can name. Each value is computed when a template names it. */
public interface TemplateScope {

    /** The value of a name; null if there is none. */
    Object value(String name);
}
