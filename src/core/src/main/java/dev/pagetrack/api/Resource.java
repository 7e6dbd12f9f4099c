package dev.pagetrack.api;

import java.util.Set;

/** One path of the API. */
interface Resource {

    /** The names of its parameters. */
    Set<String> parameters();

    /**
     * Answers a request. Every parameter is looked at before anything is read.
     *
     * @throws ApiProblem if a parameter is wrong
     */
    Content answer(Parameters parameters);
}
