package dev.pagetrack.render.widget;

/** A group of values that a template sees by their names. Each is computed when it is named. */
public interface TemplateScope {

    /** The value of that name; null if there is none. */
    Object value(String name);
}
