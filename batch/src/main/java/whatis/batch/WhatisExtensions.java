package whatis.batch;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import scala.Tuple3;
import scala.runtime.AbstractFunction1;
import scala.runtime.BoxedUnit;

/**
 * Lets all sessions of an application call {@code whatis(bytes)}, as {@link Classify#register} does for one:
 * {@code --conf spark.sql.extensions=whatis.batch.WhatisExtensions}.
 */
public final class WhatisExtensions extends AbstractFunction1<SparkSessionExtensions, BoxedUnit> {

    @Override
    public BoxedUnit apply(SparkSessionExtensions extensions) {
        extensions.injectFunction(
                new Tuple3<>(new FunctionIdentifier(SqlFunction.NAME), SqlFunction.info(), SqlFunction.builder()));
        return BoxedUnit.UNIT;
    }
}
