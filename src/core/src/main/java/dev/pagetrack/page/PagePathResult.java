package dev.pagetrack.page;

/** What becomes of a path: the {@link PagePath} it names, or why it names none. */
public sealed interface PagePathResult permits PagePath, Refused {}
