package dev.pagetrack.maven;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Finds {@code pagetrack-local} when it is needed: among the plugin's dependencies if the pom declares it there,
 * otherwise in the repositories, as Surefire does with its providers. A build without {@code embedded} never downloads
 * it.
 */
@Named
@Singleton
class EmbeddedResolver {

    private static final String CLASS_FILE = "dev/pagetrack/local/LocalDynamoDb.class";

    private final RepositorySystem repositories;

    @Inject
    EmbeddedResolver(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** A class loader that finds {@code pagetrack-local}, and everything else in this class's own loader. */
    ClassLoader classLoader(MavenSession session) throws MojoExecutionException {
        var own = EmbeddedResolver.class.getClassLoader();
        return own.getResource(CLASS_FILE) != null ? own : new URLClassLoader(resolve(session), own);
    }

    private URL[] resolve(MavenSession session) throws MojoExecutionException {
        var artifact = new DefaultArtifact("dev.pagetrack", "pagetrack-local", "jar", ArtifactVersion.ofPlugin());
        var collect = new CollectRequest(
                new Dependency(artifact, "runtime"), session.getCurrentProject().getRemotePluginRepositories());
        try {
            var results = repositories
                    .resolveDependencies(session.getRepositorySession(), new DependencyRequest(collect, null))
                    .getArtifactResults();
            return urls(results.stream()
                    .map(ArtifactResult::getArtifact)
                    .map(a -> a.getFile())
                    .toList());
        } catch (DependencyResolutionException | MalformedURLException e) {
            throw new MojoExecutionException(
                    "<embedded> (pagetrack.embedded) needs " + artifact + ", which cannot be resolved: "
                            + e.getMessage()
                            + " Check the network and the repositories; with -o it must have been resolved before.",
                    e);
        }
    }

    private static URL[] urls(List<File> files) throws MalformedURLException {
        var urls = new ArrayList<URL>();
        for (var file : files) {
            urls.add(file.toURI().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
