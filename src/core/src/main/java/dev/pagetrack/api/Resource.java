package dev.pagetrack.api;

import java.util.Set;

/** What the API answers at one path. */
interface Resource {

    /** The names of the query parameters. */
    Set<String> parameters();

    /** Whether the query may begin with a value without a name, as in the API of the blog series. */
    default boolean takesFirstKey() {
        return false;
    }

    /**
     * Answers a request. It checks all parameters before it reads anything.
     *
     * @throws ApiProblem if a parameter is wrong
     */
    Content answer(QueryParameters parameters);
}
