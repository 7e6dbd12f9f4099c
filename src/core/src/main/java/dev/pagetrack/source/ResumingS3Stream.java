package dev.pagetrack.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * The bytes of an object in S3. If the connection breaks, the stream connects again and continues at the same position.
 * A connection that closes too early is not mistaken for the end of the object.
 */
final class ResumingS3Stream extends InputStream {

    /** How often in a row a connection may break before a byte arrives. */
    private static final int ATTEMPTS = 5;

    private final S3LogObject.Content content;
    private final LongFunction<ResponseInputStream<GetObjectResponse>> connect;
    private @Nullable ResponseInputStream<GetObjectResponse> connection;
    private long position;

    /** @param connect requests the bytes of the object from a position on */
    ResumingS3Stream(S3LogObject.Content content, LongFunction<ResponseInputStream<GetObjectResponse>> connect) {
        this.content = content;
        this.connect = connect;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        for (int attempt = 1; position < content.size(); attempt++) {
            try {
                if (connection == null) {
                    connection = connect.apply(position);
                }
                int read = connection.read(target, offset, length);
                if (read > 0) {
                    position += read;
                    return read;
                }
                throw new IOException("the connection ended");
            } catch (SdkException e) {
                throw S3ErrorMessages.explain(e);
            } catch (IOException e) {
                disconnect();
                if (attempt >= ATTEMPTS) {
                    throw new IOException(
                            "the connection broke " + attempt + " times after " + position + " of " + content.size()
                                    + " bytes, the last time with: " + e.getMessage(),
                            e);
                }
            }
        }
        return -1;
    }

    /** Aborts the connection: closing it would first read the rest of the object. */
    private void disconnect() {
        if (connection != null) {
            connection.abort();
            connection = null;
        }
    }

    @Override
    public void close() {
        disconnect();
    }
}
