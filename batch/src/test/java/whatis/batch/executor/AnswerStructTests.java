package whatis.batch.executor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerStructTests {

    /** As users see it with {@code printSchema()}. */
    @Test
    void typeWhenDescribedExpectTheNamesThatFilesHave() {
        assertThat(AnswerStruct.type().toDDL())
                .isEqualTo(
                        "label STRING,score DOUBLE,top ARRAY<STRUCT<label: STRING NOT NULL, score: DOUBLE NOT NULL>> NOT NULL,"
                                + "error STRUCT<code: STRING NOT NULL, message: STRING NOT NULL>,milliseconds DOUBLE NOT NULL");
    }
}
