package dev.pagetrack.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberedTest {

    private final Remembered<Integer> remembered = new Remembered<>();
    private int found;

    @Test
    void findsOutOnceWhatComesAgain() {
        assertThat(get("a")).isEqualTo(1);
        assertThat(get("b")).isEqualTo(2);
        assertThat(get("a")).isEqualTo(1);
    }

    @Test
    void doesNotKeepLongTexts() {
        get("a".repeat(Remembered.LENGTH));
        assertThat(get("a".repeat(Remembered.LENGTH))).isEqualTo(1);
        get("a".repeat(Remembered.LENGTH + 1));
        assertThat(get("a".repeat(Remembered.LENGTH + 1))).isEqualTo(3);
    }

    @Test
    void beginsAnewWhenItIsFull() {
        for (int i = 0; i < Remembered.TEXTS; i++) {
            get("text " + i);
        }
        assertThat(get("text 0")).isEqualTo(1);
        get("one more");
        assertThat(get("text 0")).isEqualTo(Remembered.TEXTS + 2);
    }

    private int get(String text) {
        return remembered.get(text, () -> ++found);
    }
}
