package dev.pagetrack.view;

/** What the policy says of a request: it is a {@link View}, or it is none. */
public sealed interface Verdict permits View, RejectedRequest {}
