package dev.pagetrack.render;

import dev.pagetrack.render.testing.TestSite;
import java.nio.file.Path;

/** Runs a rendering as a process of its own: {@code RenderProcess <folder> <threads> <pages>}. */
final class RenderProcess {

    private RenderProcess() {}

    public static void main(String[] args) {
        var site = new TestSite(Path.of(args[0])).threads(Integer.parseInt(args[1]));
        for (int i = 0; i < Integer.parseInt(args[2]); i++) {
            site.views("posts/" + i + "/", 1000L + i % 7);
        }
        site.month("2024-02", "posts/1/", 1, 2, 3).month("2024-03", "posts/1/", 4, 5);
        site.render();
    }
}
