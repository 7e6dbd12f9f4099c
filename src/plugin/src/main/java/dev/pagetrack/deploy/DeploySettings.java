package dev.pagetrack.deploy;

import static java.util.Objects.requireNonNull;

import dev.pagetrack.WrongSettingException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What to deploy.
 *
 * @param stackName the stack's name
 * @param functionJar the functions' code
 * @param functionBucket the bucket to upload it to; one of our own, created if need be, without it
 * @param parameters of the template, {@code LogBucket} and {@code Table} among them; what is left out has the template's
 *     default
 */
public record DeploySettings(
        String stackName, Path functionJar, Optional<String> functionBucket, SortedMap<String, String> parameters) {

    // Parameters of the template.
    static final String LOG_BUCKET = "LogBucket";
    static final String CREATE_LOG_BUCKET = "CreateLogBucket";
    static final String TABLE = "Table";
    static final String CREATE_TABLE = "CreateTable";
    static final String SITE_ID = "SiteId";

    private static final Pattern STACK_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");

    /** What a deployment finds out by itself. */
    private static final Map<String, String> FOUND_OUT = Map.of(
            "FunctionBucket", "<functionBucket> (pagetrack.functionBucket)",
            "FunctionKey", "<functionJar> (pagetrack.functionJar)",
            "Revision", "the settings themselves, by which pagetrack makes it",
            "CreateTable", "whether the table is there");

    /** @throws WrongSettingException for a setting that is wrong, naming it */
    public DeploySettings {
        requireStackName(stackName);
        requireNonNull(functionJar, "functionJar");
        requireNonNull(functionBucket, "functionBucket");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        for (var name : parameters.keySet()) {
            if (FOUND_OUT.containsKey(name)) {
                throw new WrongSettingException("<stackParameters> sets " + name + ", which comes from "
                        + FOUND_OUT.get(name) + ". Leave it out.");
            }
        }
        if (!parameters.containsKey(LOG_BUCKET)) {
            throw new WrongSettingException(
                    "<logBucket> (pagetrack.logBucket) is missing: name the bucket that the access logs are written to.");
        }
    }

    /** @throws WrongSettingException if no stack can be called so */
    static void requireStackName(String name) {
        if (!STACK_NAME.matcher(name).matches()) {
            throw new WrongSettingException("<stackName> (pagetrack.stackName) is '" + name
                    + "': a stack's name begins with a letter, and has up to 128 letters, digits and '-'.");
        }
    }

    String logBucket() {
        return parameters.get(LOG_BUCKET);
    }

    String table() {
        return parameters.get(TABLE);
    }

    boolean createLogBucket() {
        return "true".equals(parameters.get(CREATE_LOG_BUCKET));
    }
}
