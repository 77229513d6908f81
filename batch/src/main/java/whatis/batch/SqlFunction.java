package whatis.batch;

import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import scala.Function1;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import whatis.batch.executor.AnswerStruct;
import whatis.batch.executor.ImageFunction;

/** The function {@code whatis(bytes)}, as Spark's registries want to know it. It takes the model when a query is analysed. */
final class SqlFunction {

    static final String NAME = "whatis";

    /** What Spark calls the language that it is written in. */
    static final String SOURCE = "java_udf";

    private SqlFunction() {}

    /** Returns what {@code DESCRIBE FUNCTION EXTENDED whatis} shows. */
    static ExpressionInfo info() {
        return new ExpressionInfo(
                ScalaUDF.class.getName(),
                "",
                NAME,
                "_FUNC_(bytes) - Names what an image shows: a struct of label, score, top, error and milliseconds.",
                "",
                "\n    Examples:\n      > SELECT path, _FUNC_(content).label FROM binaryFile.`photos`;\n  ",
                "",
                "",
                "",
                "",
                SOURCE);
    }

    static Function1<Seq<Expression>, Expression> builder() {
        return SqlFunction::build;
    }

    private static Expression build(Seq<Expression> arguments) {
        if (arguments.size() != 1) {
            throw new IllegalArgumentException(NAME + " takes one argument, the bytes of an image.");
        }
        SparkSession session = SparkSession.active();
        QuerySettings settings = QuerySettings.of(session.conf(), System.getenv());
        ImageFunction function = new ImageFunction(Classify.model(session, settings), settings.top());
        return new ScalaUDF(
                function,
                AnswerStruct.type(),
                arguments,
                seq(Option.apply(ExpressionEncoder.apply(AgnosticEncoders.BinaryEncoder$.MODULE$))),
                Option.empty(),
                Option.apply(NAME),
                false,
                true);
    }

    private static <T> Seq<T> seq(T element) {
        return CollectionConverters.asScala(List.of(element)).toSeq();
    }
}
