package dev.pagetrack.init;

import java.util.Arrays;
import java.util.Optional;

/** What a generator's theme can include: a file with a marker, for those who want one at a place of their own choice. */
enum Snippet {
    HUGO("Hugo", "layouts/partials/pagetrack.html", "{{ partial \"pagetrack.html\" . }}"),
    JEKYLL("Jekyll", "_includes/pagetrack.html", "{% include pagetrack.html %}"),
    MKDOCS("MkDocs", "overrides/partials/pagetrack.html", "{% include \"partials/pagetrack.html\" %}"),
    JBAKE("JBake", "src/jbake/templates/pagetrack.ftl", "<#include \"pagetrack.ftl\">");

    /** The same for all: markers are HTML. */
    static final String TEXT = "<span class=\"pagetrack\">Read <b data-pagetrack=\"views\">–</b> times</span>\n";

    private final String generator;
    private final String file;
    private final String use;

    Snippet(String generator, String file, String use) {
        this.generator = generator;
        this.file = file;
        this.use = use;
    }

    static Optional<Snippet> of(String generator) {
        return Arrays.stream(values())
                .filter(snippet -> snippet.generator.equals(generator))
                .findFirst();
    }

    /** Where the file lies in the project. */
    String file() {
        return file;
    }

    /** What a template writes to have it there. */
    String use() {
        return use + (this == MKDOCS ? ", with custom_dir: overrides below theme: in mkdocs.yml" : "");
    }
}
