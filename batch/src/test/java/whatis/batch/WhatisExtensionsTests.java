package whatis.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class WhatisExtensionsTests {

    @Test
    void sqlWhenTheExtensionIsNamedExpectTheFunctionAndItsDescription() throws Exception {
        SparkSession session = TestSession.builder()
                .config("spark.sql.extensions", WhatisExtensions.class.getName())
                .getOrCreate();
        try {
            assertThat(session.sql("SELECT whatis(X'010203').error.code")
                            .first()
                            .getString(0))
                    .isEqualTo("unsupported-image-format");
            assertThat(session.newSession().sql("DESCRIBE FUNCTION whatis").collectAsList())
                    .extracting(row -> row.getString(0))
                    .contains(
                            "Usage: whatis(bytes) - Names what an image shows: a struct of label, score, top, error and"
                                    + " milliseconds.");
        } finally {
            TestSession.stop(session);
        }
    }
}
