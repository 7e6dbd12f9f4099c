package dev.pagetrack.maven;

import java.io.File;
import java.net.MalformedURLException;
import javax.inject.Inject;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.codehaus.plexus.classworlds.realm.ClassRealm;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Resolves what only the goals deploy and undeploy need, when they need it: no other build downloads it. */
@Named
@Singleton
class DeployArtifacts {

    private static final String CLIENT_CLASS =
            "software/amazon/awssdk/services/cloudformation/CloudFormationClient.class";

    private final RepositorySystem repositories;

    @Inject
    DeployArtifacts(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    /** The function jar of this plugin's version. */
    File functionJar(MavenSession session) throws MojoExecutionException {
        var artifact =
                new DefaultArtifact("dev.pagetrack", "pagetrack-lambda", "function", "jar", ArtifactVersion.ofPlugin());
        return resolve(artifact, session, " Or set <functionJar> (pagetrack.functionJar).");
    }

    /**
     * Adds the SDK's module for CloudFormation to the plugin's class path, unless it is there. The modules that it depends
     * on are there: the plugin's other modules of the SDK have the same dependencies.
     */
    void addCloudFormation(MavenSession session) throws MojoExecutionException {
        var loader = DeployArtifacts.class.getClassLoader();
        if (loader.getResource(CLIENT_CLASS) != null) {
            return;
        }
        var artifact = new DefaultArtifact("software.amazon.awssdk", "cloudformation", "jar", ArtifactVersion.ofSdk());
        var file = resolve(artifact, session, "");
        try {
            ((ClassRealm) loader).addURL(file.toURI().toURL());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    private File resolve(Artifact artifact, MavenSession session, String alternative) throws MojoExecutionException {
        var request = new ArtifactRequest(artifact, session.getCurrentProject().getRemotePluginRepositories(), null);
        try {
            return repositories
                    .resolveArtifact(session.getRepositorySession(), request)
                    .getArtifact()
                    .getFile();
        } catch (ArtifactResolutionException e) {
            throw new MojoExecutionException(
                    "pagetrack:deploy and pagetrack:undeploy need " + artifact + ", which cannot be resolved: "
                            + e.getMessage() + " Check the network and the repositories." + alternative,
                    e);
        }
    }
}
