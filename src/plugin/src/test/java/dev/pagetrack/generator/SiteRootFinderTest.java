package dev.pagetrack.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Finds which generator a project uses, and where it generates the site. */
class SiteRootFinderTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            hugo.toml                        |                                       | Hugo   | public
            hugo.yaml                        | publishDir: docs                      | Hugo   | docs
            hugo.json                        | {"title": "x", "publishdir": "out/x"} | Hugo   | out/x
            config.toml                      | baseURL = "https://blog.example/"     | Hugo   | public
            config.yaml                      | baseurl: https://blog.example/        | Hugo   | public
            config.toml                      | base_url = "https://zola.example"     |        |
            config.toml                      |                                       |        |
            config/_default/hugo.toml        | publishDir = "../out" # said          | Hugo   | ../out
            config/_default/config.yml       |                                       | Hugo   | public
            _config.yml                      |                                       | Jekyll | _site
            _config.yml                      | destination: 'my docs'                | Jekyll | my docs
            _config.yml                      | public_dir: public                    | Hexo   | public
            _config.yml                      | source_dir: source                    | Hexo   | public
            _config.yml                      | public_dir: docs # for the host       | Hexo   | docs
            mkdocs.yaml                      | site_dir: build                       | MkDocs | build
            jbake.properties                 | destination.folder=out                | JBake  | out
            src/jbake/jbake.properties       |                                       | JBake  | target/x-1
            src/site/site.xml                |                                       | maven-site | target/site
            """)
    void findsAGeneratorByItsConfiguration(String file, String text, String name, String output) throws IOException {
        file(file, text == null ? "" : text);

        var found = finder().generator();

        assertThat(found.map(Generator::name)).isEqualTo(Optional.ofNullable(name));
        assertThat(found.map(Generator::output))
                .isEqualTo(Optional.ofNullable(output).map(Path::of));
    }

    @Test
    void recognizesHugoByItsFoldersWithoutABaseUrl() throws IOException {
        file("config.toml", "title = 'x'");
        file("content/a.md", "");
        assertThat(finder().generator()).isEmpty();
        file("archetypes/default.md", "");

        assertThat(finder().generator().map(Generator::name)).contains("Hugo");
    }

    /** Hexo's configuration without any of its own settings. Octopress, which is Jekyll, has such folders, too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            source/_posts/a.md |                           |                | Hexo
            package.json       | {"dependencies":{"hexo":"^7.0.0"}} |       | Hexo
            package.json       | {"name": "blog"}          |                | Jekyll
            _posts/a.md        |                           |                | Jekyll
            source/_posts/a.md |                           | source: source | Jekyll
            source/Gemfile     |                           |                | Jekyll
            """)
    void distinguishesHexoFromJekyll(String file, String text, String config, String name) throws IOException {
        file("_config.yml", "title: Blog\n" + (config == null ? "" : config));
        file(file, text == null ? "" : text);

        assertThat(finder().generator().map(Generator::name)).contains(name);
    }

    @Test
    void refusesSeveralGeneratorsAndNone() throws IOException {
        assertThatThrownBy(() -> finder().find())
                .hasMessageStartingWith(
                        "No site was found in " + folder + ": no file of Hugo (hugo.toml, or config.toml")
                .hasMessageEndingWith(
                        "Set <siteRoot> (pagetrack.siteRoot) to the folder that holds the generated HTML.");
        file("hugo.toml", "");
        file("mkdocs.yml", "");

        assertThatThrownBy(() -> finder().find())
                .hasMessage(
                        "Several sites were found in " + folder + ": public (Hugo, because of hugo.toml), site (MkDocs,"
                                + " because of mkdocs.yml). Set <siteRoot> (pagetrack.siteRoot) to the one to render.");
    }

    private SiteRootFinder finder() {
        return new SiteRootFinder(folder, Optional.of(Path.of("target/x-1")));
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }
}
