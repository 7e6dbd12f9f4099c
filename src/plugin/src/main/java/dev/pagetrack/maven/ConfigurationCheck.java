package dev.pagetrack.maven;

import dev.pagetrack.WrongSettingException;
import dev.pagetrack.render.marker.Spelling;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.ConfigurationContainer;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.Parameter;
import org.apache.maven.plugin.logging.Log;
import org.codehaus.plexus.util.xml.Xpp3Dom;

/** Finds mistakes that Maven ignores: unknown elements and {@code -D} properties, and those that the pom overrides. */
final class ConfigurationCheck {

    private static final String PREFIX = "pagetrack.";

    private final MavenSession session;
    private final MojoExecution execution;
    private final Log log;

    ConfigurationCheck(MavenSession session, MojoExecution execution, Log log) {
        this.session = session;
        this.execution = execution;
        this.log = log;
    }

    /** @throws WrongSettingException for an element or a property that is not a parameter of any goal */
    void run() {
        var known = known();
        refuseUnknownProperties(known);
        plugin().ifPresent(plugin -> {
            refuseUnknown(plugin, known);
            plugin.getExecutions().forEach(one -> refuseUnknown(one, known));
        });
        execution.getMojoDescriptor().getParameters().forEach(this::warnIfHidden);
    }

    /** The names of the parameters of all goals. */
    private SortedSet<String> known() {
        var known = new TreeSet<String>();
        for (var mojo : execution.getMojoDescriptor().getPluginDescriptor().getMojos()) {
            mojo.getParameters().stream()
                    .filter(Parameter::isEditable)
                    .map(Parameter::getName)
                    .forEach(known::add);
        }
        return known;
    }

    /** A mistyped {@code -D} would have no effect. One that the pom has as a property, too, is meant for the pom. */
    private void refuseUnknownProperties(Set<String> known) {
        for (var name : session.getUserProperties().stringPropertyNames()) {
            var parameter = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
            boolean likeParameter = !parameter.isEmpty() && parameter.indexOf('.') < 0;
            if (likeParameter && !known.contains(parameter) && !isOfPom(name)) {
                throw new WrongSettingException(
                        "-D" + name + " is not a parameter of any goal" + suggestion(parameter, known));
            }
        }
    }

    private boolean isOfPom(String property) {
        return Optional.ofNullable(session.getCurrentProject())
                .map(project -> project.getProperties().containsKey(property))
                .orElse(false);
    }

    private static String suggestion(String mistyped, Set<String> known) {
        String nearest = "";
        int least = Math.max(1, mistyped.length() / 3) + 1;
        for (var name : known) {
            int distance = Spelling.distance(mistyped.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT));
            if (distance < least) {
                nearest = name;
                least = distance;
            }
        }
        return nearest.isEmpty()
                ? ". The parameters are: " + String.join(", ", known) + "."
                : ": did you mean -D" + PREFIX + nearest + "?";
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
