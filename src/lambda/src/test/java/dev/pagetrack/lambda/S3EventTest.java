package dev.pagetrack.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pagetrack.lambda.S3Event.Created;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class S3EventTest {

    @Test
    void tellsEveryObjectOnceWithItsKeyDecoded() throws JsonProcessingException {
        var event = "{'Records':[%s,%s,%s,%s]}"
                .formatted(
                        record("ObjectCreated:Put", "logs/2026-05-03+a%2Bb%C3%BC.gz", ""),
                        record("ObjectCreated:CompleteMultipartUpload", "logs/two", ",'versionId':'v1'"),
                        record("ObjectRemoved:Delete", "logs/three", ""),
                        record("ObjectCreated:Put", "logs/2026-05-03+a%2Bb%C3%BC.gz", ""));
        assertThat(created(event))
                .containsExactly(
                        new Created("bucket", "logs/2026-05-03 a+bü.gz", Optional.empty()),
                        new Created("bucket", "logs/two", Optional.of("v1")));
    }

    @Test
    void tellsNothingOnATestEvent() throws JsonProcessingException {
        assertThat(created("{'Service':'Amazon S3','Event':'s3:TestEvent','Bucket':'bucket'}"))
                .isEmpty();
    }

    @Test
    void refusesOtherEvents() {
        assertThatThrownBy(() -> created("{'source':'aws.events'}"))
                .hasMessage("this event is no S3 notification: it has no Records");
        assertThatThrownBy(() -> created("{'Records':[{'Sns':{}}]}"))
                .hasMessage("this event is no S3 notification: a record has no s3");
    }

    private static String record(String name, String key, String more) {
        return "{'eventName':'%s','s3':{'bucket':{'name':'bucket'},'object':{'key':'%s'%s}}}"
                .formatted(name, key, more);
    }

    private static List<Created> created(String event) throws JsonProcessingException {
        return S3Event.of(new ObjectMapper().readTree(event.replace('\'', '"'))).created();
    }
}
