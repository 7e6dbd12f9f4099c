package dev.pagetrack.render;

/** Whether the links of widgets begin at the root of the host, or are relative to the page they are written on. */
public enum RootLinks {
    /** Only if scripts of the site swap pages in place, and the address of the site is known. */
    DETECTED,
    ALWAYS,
    NEVER
}
