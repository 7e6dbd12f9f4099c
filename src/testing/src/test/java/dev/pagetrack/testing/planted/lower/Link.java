package dev.pagetrack.testing.planted.lower;

record Link(Ring ring) {}
