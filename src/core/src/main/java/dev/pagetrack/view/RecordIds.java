package dev.pagetrack.view;

import dev.pagetrack.log.Field;
import dev.pagetrack.log.LogLine;
import dev.pagetrack.log.Sha256;
import dev.pagetrack.view.RepeatedLines.LineHash;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/**
 * Computes the ids of log records: a 128-bit hash as 39 decimal digits. It is a hash of the request id. If the log has
 * no request id, it is a hash of the line and of its number among equal lines.
 */
final class RecordIds {

    private final MessageDigest digest = Sha256.create();
    private final RepeatedLines repeated = new RepeatedLines();

    String of(LogLine line) {
        if (line.has(Field.REQUEST_ID)) {
            digest.update(
                    line.bytes(), line.from(Field.REQUEST_ID), line.to(Field.REQUEST_ID) - line.from(Field.REQUEST_ID));
        } else {
            digest.update(line.line(), line.start(), line.end() - line.start());
            byte[] content = digest.digest();
            var hash = ByteBuffer.wrap(content);
            int ordinal = repeated.ordinal(new LineHash(hash.getLong(), hash.getLong()));
            digest.update(content);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, ordinal));
        }
        return Sha256.decimal(digest);
    }
}
