package dev.pagetrack.maven;

import java.io.IOException;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;

/** Reads the versions of artifacts on the plugin's class path from the files that Maven puts into their jars. */
final class ArtifactVersion {

    private ArtifactVersion() {}

    /** The version of this plugin. pagetrack-local and the functions are released with it and have the same version. */
    static String ofPlugin() throws MojoExecutionException {
        return of("dev.pagetrack", "pagetrack-core");
    }

    /** The version of the AWS SDK. Its modules work together only in the same version. */
    static String ofSdk() throws MojoExecutionException {
        return of("software.amazon.awssdk", "sdk-core");
    }

    private static String of(String groupId, String artifactId) throws MojoExecutionException {
        var file = "/META-INF/maven/" + groupId + "/" + artifactId + "/pom.properties";
        try (var in = ArtifactVersion.class.getResourceAsStream(file)) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new MojoExecutionException(file + " cannot be read", e);
        }
    }
}
