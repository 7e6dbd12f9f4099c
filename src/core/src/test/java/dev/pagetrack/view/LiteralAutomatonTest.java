package dev.pagetrack.view;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.pagetrack.testing.Seed;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LiteralAutomatonTest {

    @RegisterExtension
    final Seed seed = Seed.of(3);

    @Test
    void findsWordsInsideAndAtTheEndOfOtherWords() {
        assertThat(found("ushers", "he", "she", "his", "hers")).containsExactlyInAnyOrder("she@4", "he@4", "hers@6");
    }

    @Test
    void findsEachOfEqualWords() {
        assertThat(found("a bot", "bot", "Bot", "ot")).containsExactlyInAnyOrder("bot@5", "Bot@5", "ot@5");
    }

    @Test
    void ignoresCaseInAnyDefaultLocale() {
        assertThat(found("CLIENT client", "client")).containsExactly("client@6", "client@13");
        assertThat(found("CL\u0130ENT cl\u0131ent", "client")).isEmpty();
    }

    @Test
    void findsNothingWithoutWords() {
        assertThat(found("anything")).isEmpty();
    }

    @Test
    void rejectsEmptyAndNonAsciiWords() {
        assertThatIllegalArgumentException().isThrownBy(() -> LiteralAutomaton.of(List.of("a", "")));
        assertThatIllegalArgumentException().isThrownBy(() -> LiteralAutomaton.of(List.of("\u00fc")));
    }

    @Test
    void agreesWithASearchForEachWord() {
        var random = seed.random();
        for (int round = 0; round < 500; round++) {
            var words = Stream.generate(() -> letters(random, 1 + random.nextInt(5)))
                    .limit(1 + random.nextInt(12))
                    .collect(toList());
            var text = letters(random, 60);
            assertThat(found(text, words.toArray(String[]::new)))
                    .as("%s in %s", words, text)
                    .containsExactlyInAnyOrderElementsOf(naive(text, words));
        }
    }

    private static String letters(Random random, int length) {
        return random.ints(length, 0, 4)
                .mapToObj(i -> "abBc".substring(i, i + 1))
                .reduce("", String::concat);
    }

    private static List<String> naive(String text, List<String> words) {
        return IntStream.rangeClosed(1, text.length())
                .boxed()
                .flatMap(end -> words.stream()
                        .filter(word -> end >= word.length()
                                && text.substring(end - word.length(), end).equalsIgnoreCase(word))
                        .map(word -> word + "@" + end))
                .toList();
    }

    private static List<String> found(String text, String... words) {
        var automaton = LiteralAutomaton.of(List.of(words));
        var found = new ArrayList<String>();
        int state = 0;
        int end = 0;
        for (byte b : text.getBytes(UTF_8)) {
            state = automaton.next(state, b);
            end++;
            int word = automaton.firstFound(state);
            for (; word != LiteralAutomaton.NONE; word = automaton.nextFound(word)) {
                found.add(words[word] + "@" + end);
            }
        }
        return found;
    }
}
