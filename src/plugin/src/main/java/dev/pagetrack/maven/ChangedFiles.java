package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.render.record.ListedPages;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the list of files that a rendering changed, for a later step that uploads them. The list of an earlier
 * rendering is deleted first, so that a rendering that fails leaves no outdated list to upload by.
 */
final class ChangedFiles {

    private final @Nullable Path list;
    private final Path siteRoot;

    private final Path keptPages;

    private ChangedFiles(@Nullable Path list, Path siteRoot, Path keptPages) {
        this.list = list;
        this.siteRoot = siteRoot;
        this.keptPages = keptPages;
    }

    /**
     * Deletes the list of an earlier rendering, and prepares for a new one.
     *
     * @param file the file to write; null to write none
     * @param siteRoot the folder that the names in the list are relative to
     * @param keptPages the file that keeps which pages were listed, for the next rendering
     */
    static ChangedFiles start(@Nullable File file, Path siteRoot, Path keptPages) {
        var changed = new ChangedFiles(file == null ? null : file.toPath(), siteRoot, keptPages);
        if (file != null) {
            try {
                Files.deleteIfExists(file.toPath());
            } catch (IOException e) {
                throw changed.cannotWrite(e);
            }
        }
        return changed;
    }

    /** Lists the pages whose bytes differ from those that were listed before, after a rendering replaced some. */
    void write(List<Path> replaced) {
        if (list != null) {
            var pages = new ListedPages(keptPages, siteRoot);
            write(list, pages.changed(replaced));
            pages.keep();
        }
    }

    /** Writes an empty list, because nothing was rendered. */
    void writeNone() {
        if (list != null) {
            write(list, List.of());
        }
    }

    /** Writes one file name in each line, with slashes. */
    private void write(Path list, List<Path> files) {
        var names = new StringBuilder();
        for (var file : files) {
            names.append(siteRoot.relativize(file).toString().replace(File.separatorChar, '/'))
                    .append('\n');
        }
        try {
            Files.createDirectories(list.toAbsolutePath().getParent());
            Files.writeString(list, names);
        } catch (IOException e) {
            throw cannotWrite(e);
        }
    }

    private WrongSettingException cannotWrite(IOException e) {
        return new WrongSettingException(
                "<changedFiles> (pagetrack.changedFiles) is " + list + ", which cannot be written (" + e
                        + "): name a file that can be written, or leave the element out.",
                e);
    }
}
