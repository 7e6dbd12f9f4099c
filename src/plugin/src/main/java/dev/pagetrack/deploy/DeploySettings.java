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
 * The settings of a deployment.
 *
 * @param stackName the stack's name
 * @param functionJar the jar with the functions' code
 * @param functionBucket the bucket to upload the jar to; if empty, a bucket that pagetrack creates
 * @param parameters the parameters of the template, which must include {@code LogBucket} and {@code Table}; others have
 *     the template's default
 */
public record DeploySettings(
        String stackName, Path functionJar, Optional<String> functionBucket, SortedMap<String, String> parameters) {

    // Parameters of the template.
    static final String LOG_BUCKET = "LogBucket";
    static final String CREATE_LOG_BUCKET = "CreateLogBucket";
    static final String TABLE = "Table";
    static final String CREATE_TABLE = "CreateTable";
    static final String SITE_ID = "SiteId";
    static final String FUNCTION_BUCKET = "FunctionBucket";
    static final String FUNCTION_KEY = "FunctionKey";
    static final String REVISION = "Revision";

    private static final Pattern STACK_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,127}");

    /** The parameters that a deployment sets by itself, and what it takes them from. */
    private static final Map<String, String> RESERVED = Map.of(
            FUNCTION_BUCKET, "<functionBucket> (pagetrack.functionBucket)",
            FUNCTION_KEY, "<functionJar> (pagetrack.functionJar)",
            REVISION, "a digest of the other parameters, which pagetrack computes",
            CREATE_TABLE, "whether the table exists");

    /** @throws WrongSettingException if a setting is wrong; the message names it */
    public DeploySettings {
        requireStackName(stackName);
        requireNonNull(functionJar, "functionJar");
        requireNonNull(functionBucket, "functionBucket");
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        for (var name : parameters.keySet()) {
            if (RESERVED.containsKey(name)) {
                throw new WrongSettingException("<stackParameters> sets " + name + ", which comes from "
                        + RESERVED.get(name) + ". Leave it out.");
            }
        }
        if (!parameters.containsKey(LOG_BUCKET)) {
            throw new WrongSettingException(
                    "<logBucket> (pagetrack.logBucket) is missing: name the bucket that the access logs are written to.");
        }
    }

    /** @throws WrongSettingException if the name cannot be a stack's */
    static void requireStackName(String name) {
        if (!STACK_NAME.matcher(name).matches()) {
            throw new WrongSettingException("<stackName> (pagetrack.stackName) is '" + name
                    + "'. A stack's name begins with a letter, and has up to 128 letters, digits and '-'.");
        }
    }

    String logBucket() {
        return requireNonNull(parameters.get(LOG_BUCKET), LOG_BUCKET);
    }

    String table() {
        return requireNonNull(parameters.get(TABLE), TABLE);
    }

    boolean createLogBucket() {
        return "true".equals(parameters.get(CREATE_LOG_BUCKET));
    }
}
