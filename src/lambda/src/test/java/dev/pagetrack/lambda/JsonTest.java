package dev.pagetrack.lambda;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.api.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesWhatItHasRead() throws IOException {
        var text = "{\"b\":[1,2.5,true,false,null,{}],\"a\":{\"ü\\\"\\n\":\"\"},\"long\":12345678901}";
        assertThat(JsonText.of(requireNonNull(Json.read(text).value()))).isEqualTo(text);
    }

    @Test
    void readsMissingFieldsAsNull() throws IOException {
        var json = Json.read("{\"text\":\"x\",\"empty\":\"\",\"null\":null,\"number\":1}");
        assertThat(json.at("text").text()).hasValue("x");
        assertThat(json.at("empty").text()).isEmpty();
        assertThat(json.at("none").at("deeper").text()).isEmpty();
        assertThat(json.at("text").at("deeper").elements()).isEmpty();
        assertThat(json.at("number").text()).isEmpty();
        assertThat(json.at("text").is("x")).isTrue();
        assertThat(json.at("none").is("x")).isFalse();
        assertThat(List.of(json.has("null"), json.has("none"), Json.read("").has("a")))
                .containsExactly(true, false, false);
        assertThat(json.texts()).isEqualTo(Map.of("text", "x", "empty", ""));
    }

    @Test
    void refusesMalformedJson() {
        assertThatThrownBy(() -> Json.read("{\"a\":")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Json.read("no")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Json.read("[1")).isInstanceOf(IOException.class);
    }
}
