package whatis.batch.output;

import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** What columns answers have. */
public final class AnswerSchema {

    public static final MessageType PARQUET = MessageTypeParser.parseMessageType("""
            message answers {
              required binary source (STRING);
              optional int64 row;
              optional binary label (STRING);
              optional double score;
              required group top (LIST) {
                repeated group list {
                  required group element {
                    required binary label (STRING);
                    required double score;
                  }
                }
              }
              optional group error {
                required binary code (STRING);
                required binary message (STRING);
              }
              required binary model (STRING);
              required binary revision (STRING);
              required binary precision (STRING);
              required binary version (STRING);
              required double milliseconds;
            }
            """);

    private AnswerSchema() {}
}
