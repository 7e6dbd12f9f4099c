package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The list of the files that a rendering replaced, for the step that uploads them. It is there only if it is right: after a
 * rendering that failed, whoever uploads by it must not find one of before.
 */
final class ChangedFiles {

    private final Path list;
    private final Path siteRoot;

    private ChangedFiles(Path list, Path siteRoot) {
        this.list = list;
        this.siteRoot = siteRoot;
    }

    /**
     * The list of one rendering; an older one is deleted.
     *
     * @param file where it goes; null if nobody wants it
     * @param siteRoot what the names in it are relative to
     */
    static ChangedFiles start(File file, Path siteRoot) {
        var changed = new ChangedFiles(file == null ? null : file.toPath(), siteRoot);
        if (file != null) {
            try {
                Files.deleteIfExists(changed.list);
            } catch (IOException e) {
                throw changed.cannotWrite(e);
            }
        }
        return changed;
    }

    /** Writes it, a name with slashes a line. */
    void write(List<Path> files) {
        if (list == null) {
            return;
        }
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
                        + "): name a file that can, or leave it out.",
                e);
    }
}
