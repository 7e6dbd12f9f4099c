package dev.pagetrack.maven;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.DefaultMavenExecutionResult;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptorBuilder;
import org.apache.maven.project.MavenProject;
import org.apache.maven.settings.Server;
import org.codehaus.plexus.configuration.PlexusConfigurationException;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.Xpp3DomBuilder;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.jspecify.annotations.Nullable;

/** A small Maven build with real Maven objects: a project, its session, an execution, and a log. */
final class TestBuild {

    static final PluginDescriptor PLUGIN = descriptor();

    private final TestLog log = new TestLog();
    private final Plugin plugin = new Plugin();
    private final Properties properties = new Properties();
    private final MavenProject project;
    private final Path folder;
    private @Nullable Server server;

    private TestBuild(Path folder, MavenProject project) {
        this.folder = folder;
        this.project = project;
        plugin.setGroupId(PLUGIN.getGroupId());
        plugin.setArtifactId(PLUGIN.getArtifactId());
        plugin.setVersion(PLUGIN.getVersion());
        project.getBuild().addPlugin(plugin);
    }

    /** A build with a pom in the folder. */
    static TestBuild of(Path folder) {
        var project = withoutFile();
        project.setFile(folder.resolve("pom.xml").toFile());
        project.getBuild().setDirectory(folder.resolve("target").toString());
        project.getBuild().setFinalName("blog-1");
        return new TestBuild(folder, project);
    }

    /** A build without a pom: Maven's own default project, which has no file. */
    static TestBuild withoutPom(Path folder) {
        return new TestBuild(folder, withoutFile());
    }

    /** A {@code -D} of the command line. */
    TestBuild property(String name, String value) {
        properties.setProperty(name, value);
        return this;
    }

    /** A server of {@code settings.xml}. */
    TestBuild server(String id, String user, String password) {
        var added = new Server();
        added.setId(id);
        added.setUsername(user);
        added.setPassword(password);
        server = added;
        return this;
    }

    /** The plugin's own {@code <configuration>} in the pom. */
    TestBuild configuration(String xml) {
        plugin.setConfiguration(dom(xml));
        return this;
    }

    /** The {@code <configuration>} of one of the plugin's executions. */
    TestBuild execution(String id, String xml) {
        var execution = new PluginExecution();
        execution.setId(id);
        execution.setConfiguration(dom(xml));
        plugin.addExecution(execution);
        return this;
    }

    TestLog log() {
        return log;
    }

    MavenProject project() {
        return project;
    }

    // There is no other constructor for this; Maven itself uses it.
    @SuppressWarnings("deprecation")
    MavenSession session() {
        var request = new DefaultMavenExecutionRequest();
        request.setUserProperties(properties);
        request.setBaseDirectory(folder.toFile());
        if (server != null) {
            request.addServer(server);
        }
        var session = new MavenSession(
                null, new DefaultRepositorySystemSession(), request, new DefaultMavenExecutionResult());
        session.setProjects(List.of(project));
        return session;
    }

    /** An execution of a goal with the plugin's configuration from the pom. */
    MojoExecution run(String goal) {
        var execution = new MojoExecution(plugin, goal, "default-cli") {
            // The superclass takes it from the descriptor, where Maven sets it while it loads the plugin.
            @Override
            public Plugin getPlugin() {
                return plugin;
            }
        };
        execution.setMojoDescriptor(PLUGIN.getMojo(goal));
        execution.setConfiguration((Xpp3Dom) plugin.getConfiguration());
        return execution;
    }

    private static MavenProject withoutFile() {
        var model = new Model();
        model.setModelVersion("4.0.0");
        model.setGroupId("example");
        model.setArtifactId("blog");
        model.setVersion("1");
        model.setBuild(new org.apache.maven.model.Build());
        return new MavenProject(model);
    }

    private static Xpp3Dom dom(String xml) {
        try {
            return Xpp3DomBuilder.build(new StringReader("<configuration>" + xml + "</configuration>"));
        } catch (XmlPullParserException | IOException e) {
            throw new IllegalArgumentException(xml, e);
        }
    }

    /** The plugin descriptor that the plugin tools wrote in this build. */
    private static PluginDescriptor descriptor() {
        try (var in = TestBuild.class.getResourceAsStream("/META-INF/maven/plugin.xml");
                var reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return new PluginDescriptorBuilder().build(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlexusConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
