package dev.pagetrack.view;

/** The decision about a request: it is a {@link View}, or it is rejected. */
public sealed interface Verdict permits View, RejectedRequest {}
