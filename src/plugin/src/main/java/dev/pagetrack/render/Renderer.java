package dev.pagetrack.render;

import dev.pagetrack.render.site.RenderException;
import dev.pagetrack.stats.StatisticsSource;
import java.util.concurrent.ForkJoinPool;

/** Fills the markers of a site with figures. */
public final class Renderer {

    private final RenderSettings settings;

    /** Creates a renderer, which can run any number of times. */
    public Renderer(RenderSettings settings) {
        this.settings = settings;
    }

    /**
     * Reads the site, then the figures that its markers need, then rewrites the pages whose bytes differ.
     *
     * @throws RenderException if a setting, a marker or a template is wrong; then nothing was written
     * @throws dev.pagetrack.stats.StatisticsUnavailableException if no figures can be read; then nothing was written
     * @throws java.io.UncheckedIOException if a file cannot be read or written
     */
    public RenderReport render(StatisticsSource source) {
        var pool = new ForkJoinPool(settings.threads());
        try {
            return new Rendering(settings, pool).run(source);
        } finally {
            pool.shutdown();
        }
    }
}
