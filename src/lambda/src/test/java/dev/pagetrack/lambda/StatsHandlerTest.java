package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pagetrack.api.ApiRequest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatsHandlerTest {

    @Test
    void readsARequestOfPayloadFormatTwo() throws IOException {
        assertThat(request("{'version':'2.0','rawPath':'/pagetotals','rawQueryString':'prefix=caf%C3%A9&prefix=a+b',"
                        + "'headers':{'if-none-match':'\\'x\\''},'requestContext':{'stage':'$default',"
                        + "'http':{'method':'GET','path':'/pagetotals'}},'isBase64Encoded':false}"))
                .isEqualTo(new ApiRequest(
                        "GET", "/pagetotals", "prefix=caf%C3%A9&prefix=a+b", Map.of("If-None-Match", "\"x\"")));
    }

    @Test
    void leavesTheStageOutOfThePath() throws IOException {
        assertThat(request("{'version':'2.0','rawPath':'/prod/summary','requestContext':{'stage':'prod','http':"
                        + "{'method':'HEAD'}},'body':'aWdub3JlZA==','isBase64Encoded':true}"))
                .isEqualTo(new ApiRequest("HEAD", "/summary", "", Map.of()));
    }

    @Test
    void refusesOtherEvents() {
        assertThatThrownBy(() -> request("{'version':'1.0','httpMethod':'GET','path':'/pagetotals'}"))
                .hasMessageContaining("set the payload format of the API's integration to 2.0");
    }

    private static ApiRequest request(String event) throws IOException {
        return StatsHandler.request(Json.read(event.replace("\\'", "\\\"").replace('\'', '"')));
    }
}
