package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Finds mistakes that Maven ignores: unknown elements, and {@code -D} properties that the pom overrides. */
final class ConfigurationCheck {

    private final MavenSession session;
    private final MojoExecution execution;
    private final Log log;

    ConfigurationCheck(MavenSession session, MojoExecution execution, Log log) {
        this.session = session;
        this.execution = execution;
        this.log = log;
    }

    /** @throws WrongSettingException for an element that is not a parameter of any goal */
    void run() {
        var known = new TreeSet<String>();
        for (var mojo : execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
            mojo.getParameters().stream()
                    .filter(Parameter::isEditable)
                    .map(Parameter::getName)
                    .forEach(known::add);
        }
        plugin().ifPresent(plugin -> {
            refuseUnknown(plugin, known);
            plugin.getExecutions().forEach(one -> refuseUnknown(one, known));
        });
        execution.getMojoDescriptor().getParameters().forEach(this::warnIfHidden);
    }

    private Optional<Plugin> plugin() {
        return Optional.ofNullable(session.getCurrentProject())
                .map(project -> project.getPlugin(execution.getPlugin().getKey()));
    }

    private static void refuseUnknown(ConfigurationContainer container, Set<String> known) {
        children(container.getConfiguration())
                .map(Xpp3Dom::getName)
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new WrongSettingException("<" + name + "> in the <configuration> of pagetrack-maven-plugin"
                            + " is not a parameter of any goal. The parameters are: " + String.join(", ", known) + ".");
                });
    }

    /** A value in the pom takes precedence over {@code -D}; the user who typed the {@code -D} should know that. */
    private void warnIfHidden(Parameter parameter) {
        children(execution.getConfiguration())
                .filter(element -> element.getName().equals(parameter.getName()))
                .filter(element -> element.getValue() != null || element.getChildCount() > 0)
                .forEach(element -> warnIfHidden(element, "pagetrack." + parameter.getName()));
    }

    private void warnIfHidden(Xpp3Dom element, String property) {
        var typed = session.getUserProperties().getProperty(property);
        var inPom = element.getValue();
        if (typed != null && !typed.equals(inPom) && !("${" + property + "}").equals(inPom)) {
            log.warn("-D" + property + "=" + typed + " has no effect: the pom sets <" + element.getName() + ">"
                    + (inPom == null ? "" : " to " + inPom) + ", and the pom takes precedence."
                    + " Remove the element from the pom, or write ${" + property + "} there.");
        }
    }

    private static Stream<Xpp3Dom> children(Object configuration) {
        return configuration instanceof Xpp3Dom dom ? Arrays.stream(dom.getChildren()) : Stream.empty();
    }
}
