package dev.pagetrack.api;

import java.util.Set;

/** One path of the API. */
interface Resource {

    /** The names of its parameters. */
    Set<String> parameters();

    /** Whether the first name in the query may be a value that has no name. */
    default boolean takesFirstKey() {
        return false;
    }

    /**
     * Answers a request. Every parameter is looked at before anything is read.
     *
     * @throws ApiProblem if a parameter is wrong
     */
    Content answer(Parameters parameters);
}
