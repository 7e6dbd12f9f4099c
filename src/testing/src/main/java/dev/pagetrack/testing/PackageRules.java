package dev.pagetrack.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Rules about the packages of our own classes. Each method returns the violations, a sentence each, so that a test can
 * assert that there are none.
 */
public final class PackageRules {

    private static final String ROOT = "dev.pagetrack";

    private final List<JavaClass> classes;

    private PackageRules(List<JavaClass> classes) {
        this.classes = classes;
    }

    /**
     * Rules for some classes.
     *
     * @param classes those to check; nothing but their dependencies on each other counts
     */
    public static PackageRules of(JavaClasses classes) {
        return new PackageRules(classes.stream()
                .filter(one -> one.getPackageName().startsWith(ROOT))
                .filter(one -> !one.getSimpleName().equals("package-info"))
                .toList());
    }

    /**
     * Reads the list of packages in a Markdown file: its only code block with the language {@code packages}.
     *
     * @throws IllegalArgumentException if the file has no such block
     */
    public static String listIn(Path markdown) {
        try {
            var block = Pattern.compile("^```packages\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
                    .matcher(Files.readString(markdown));
            if (!block.find()) {
                throw new IllegalArgumentException(markdown + " has no code block ```packages");
            }
            return block.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Compares the dependencies between packages with a list of them. Each line is a package and the packages it uses,
     * {@code table.item: root aws log}; {@code root} is {@value #ROOT} itself. A package may only use packages of lines
     * above its own, so the list has no cycle. Dependencies that are not listed are violations, and so are those that are
     * listed and do not exist.
     */
    public List<String> violationsOf(String list) {
        var expected = new TreeMap<String, SortedSet<String>>();
        var violations = new ArrayList<String>();
        list.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> {
            var parts = line.split(":", 2);
            var uses = Stream.of(parts[1].strip().split("\\s+"))
                    .filter(name -> !name.isEmpty())
                    .collect(toCollection(TreeSet::new));
            uses.stream()
                    .filter(name -> !expected.containsKey(name))
                    .forEach(
                            name -> violations.add(parts[0] + " uses " + name + ", which is not above it in the list"));
            expected.put(parts[0], uses);
        });
        var actual = arrows(JavaClass::getPackageName, PackageRules::shortName);
        actual.forEach((from, uses) -> {
            var listed = expected.getOrDefault(from, new TreeSet<>());
            if (!expected.containsKey(from)) {
                violations.add(from + " is not in the list");
            }
            uses.stream()
                    .filter(name -> !listed.contains(name))
                    .forEach(name ->
                            violations.add(from + " uses " + name + ", which is not listed: " + example(from, name)));
            listed.stream()
                    .filter(name -> !uses.contains(name))
                    .forEach(name -> violations.add(from + " does not use " + name + ", although it is listed"));
        });
        return violations;
    }

    /** Packages with more top-level classes than allowed. */
    public List<String> crowds(int most) {
        return topLevel()
                .collect(groupingBy(
                        JavaClass::getPackageName, TreeMap::new, mapping(one -> one, toCollection(ArrayList::new))))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > most)
                .map(entry -> entry.getKey() + " has " + entry.getValue().size() + " classes, more than " + most)
                .toList();
    }

    /**
     * Top-level classes of one package that depend on each other in a circle.
     *
     * @param known circles that may stay, each as its simple names in alphabetical order, separated by blanks
     */
    public List<String> knots(Collection<String> known) {
        var arrows = arrows(PackageRules::topLevelName, name -> name);
        var seen = new HashSet<String>();
        var knots = new ArrayList<String>();
        for (var name : arrows.keySet()) {
            if (seen.add(name)) {
                var knot = new TreeSet<String>();
                for (var other : reachable(arrows, name)) {
                    if (reachable(arrows, other).contains(name)) {
                        knot.add(other.substring(other.lastIndexOf('.') + 1));
                        seen.add(other);
                    }
                }
                var names = String.join(" ", knot);
                if (knot.size() > 1 && !known.contains(names)) {
                    knots.add(names);
                }
            }
        }
        return knots;
    }

    private static Set<String> reachable(Map<String, SortedSet<String>> arrows, String from) {
        var reached = new TreeSet<String>();
        var next = new ArrayList<>(arrows.getOrDefault(from, new TreeSet<>()));
        while (!next.isEmpty()) {
            var name = next.remove(next.size() - 1);
            if (reached.add(name)) {
                next.addAll(arrows.getOrDefault(name, new TreeSet<>()));
            }
        }
        return reached;
    }

    private SortedMap<String, SortedSet<String>> arrows(
            Function<JavaClass, String> part, Function<String, String> name) {
        var parts = new TreeSet<String>();
        classes.forEach(one -> parts.add(part.apply(one)));
        var arrows = new TreeMap<String, SortedSet<String>>();
        for (var one : classes) {
            var from = part.apply(one);
            var uses = arrows.computeIfAbsent(name.apply(from), any -> new TreeSet<>());
            for (var dependency : one.getDirectDependenciesFromSelf()) {
                var to = part.apply(dependency.getTargetClass().getBaseComponentType());
                if (!to.equals(from) && parts.contains(to)) {
                    uses.add(name.apply(to));
                }
            }
        }
        return arrows;
    }

    private String example(String from, String to) {
        return classes.stream()
                .filter(one -> shortName(one.getPackageName()).equals(from))
                .flatMap(one -> one.getDirectDependenciesFromSelf().stream())
                .filter(dependency ->
                        shortName(dependency.getTargetClass().getPackageName()).equals(to))
                .map(dependency -> dependency.getOriginClass().getSimpleName() + " uses "
                        + dependency.getTargetClass().getSimpleName())
                .distinct()
                .limit(3)
                .collect(joining(", "));
    }

    private Stream<JavaClass> topLevel() {
        return classes.stream().filter(JavaClass::isTopLevelClass);
    }

    private static String topLevelName(JavaClass one) {
        int nested = one.getName().indexOf('$');
        return nested < 0 ? one.getName() : one.getName().substring(0, nested);
    }

    private static String shortName(String packageName) {
        return packageName.equals(ROOT) ? "root" : packageName.replace(ROOT + ".", "");
    }
}
