package dev.pagetrack.maven;

import java.io.File;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Finds the jar of the Lambda functions in the repositories for {@code deploy}. No other goal downloads it. */
@Named
@Singleton
class FunctionResolver {

    private final RepositorySystem repositories;

    @Inject
    FunctionResolver(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** The function jar of this plugin's version. */
    File functionJar(MavenSession session) throws MojoExecutionException {
        var artifact = new DefaultArtifact(
                "dev.pagetrack", "pagetrack-lambda", "function", "jar", EmbeddedResolver.pluginVersion());
        var request = new ArtifactRequest(artifact, session.getCurrentProject().getRemotePluginRepositories(), null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    "pagetrack:deploy needs " + artifact + ", which cannot be resolved: " + e.getMessage()
                            + " Check the network and the repositories, or set <functionJar> (pagetrack.functionJar).",
                    e);
        }
    }
}
