package dev.pagetrack.render;

import java.nio.file.attribute.FileTime;

/**
 * By what a change to a file between two readings is noticed.
 *
 * @param size its bytes
 * @param modified when it was written
 */
record FileVersion(long size, FileTime modified) {}
