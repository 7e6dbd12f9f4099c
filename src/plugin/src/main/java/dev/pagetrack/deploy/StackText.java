package dev.pagetrack.deploy;

import dev.pagetrack.table.item.TableSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Log lines about a stack. */
final class StackText {

    private static final String DEFAULT_TABLE = TableSettings.DEFAULT_NAME;

    private StackText() {}

    /** The outputs of a deployed stack, and what the user adds to the blog's pom and theme. */
    static List<String> deployed(Stack stack) {
        var lines = new ArrayList<String>();
        for (var output : stack.outputs()) {
            lines.add(output.name() + ": " + output.value() + " – " + output.description());
        }
        lines.add("In the blog's pom:");
        lines.add("  <configuration>");
        lines.addAll(element("region", output(stack, "Region")));
        lines.addAll(
                element("table", parameter(stack, DeploySettings.TABLE).filter(name -> !name.equals(DEFAULT_TABLE))));
        lines.addAll(element("siteId", parameter(stack, DeploySettings.SITE_ID)));
        lines.add("  </configuration>");
        output(stack, "StatsApiUrl").forEach(url -> {
            lines.add("In the theme, for counters that refresh themselves:");
            lines.add("  <script src=\"" + url + "/pagetrack.js\" defer></script>");
        });
        return lines;
    }

    /** What stays in the account when the stack is deleted. */
    static List<String> remainders(Stack stack) {
        var lines = new ArrayList<String>();
        parameter(stack, DeploySettings.TABLE)
                .forEach(table -> lines.add(
                        "Table '" + table + "' stays, with every view in it." + " The next deployment uses it again."));
        parameter(stack, DeploySettings.LOG_BUCKET)
                .forEach(bucket -> lines.add("Bucket '" + bucket + "' stays, with every log in it."));
        parameter(stack, DeploySettings.FUNCTION_BUCKET)
                .forEach(bucket -> lines.add("Bucket '" + bucket + "' stays, with the functions' code."));
        return lines;
    }

    private static List<String> element(String name, Stream<String> value) {
        return value.map(text -> "    <" + name + ">" + text + "</" + name + ">")
                .toList();
    }

    private static Stream<String> parameter(Stack stack, String name) {
        return Stream.ofNullable(stack.parameters().get(name)).filter(value -> !value.isEmpty());
    }

    private static Stream<String> output(Stack stack, String name) {
        return stack.outputs().stream()
                .filter(output -> output.name().equals(name))
                .map(Stack.Output::value);
    }
}
