"""Names what images show, within Spark's queries. The JVM does the work; no Python runs on the executors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyspark.sql import SparkSession
from pyspark.sql.functions import call_function

if TYPE_CHECKING:
    from pyspark.sql import Column

_FUNCTION = "whatis"
_EXTENSION = "spark.sql.extensions=whatis.batch.WhatisExtensions"


def classify(image: Column | str) -> Column:
    """Returns the answer for a column with the bytes of images.

    It is a struct of label, score, top (an array of structs of label and score, best first), error (a struct of code and
    message; null if there is an answer) and milliseconds. An image that can't be answered has an error and fails no query.

    The session has to have the jar of whatis: spark.jars=whatis-batch.jar. Its configuration says which model:
    spark.whatis.model, spark.whatis.precision and spark.whatis.top.
    """
    session = SparkSession.active()
    if not session.catalog.functionExists(_FUNCTION):
        _register(session)
    return call_function(_FUNCTION, image)


def _register(session: SparkSession) -> None:
    try:
        gateway, java_session = session._jvm, session._jsparkSession
    except AttributeError as e:
        raise RuntimeError(f"Spark Connect takes a server that was started with {_EXTENSION}.") from e
    classify = gateway.whatis.batch.Classify
    if type(classify).__name__ == "JavaPackage":
        raise RuntimeError("The session doesn't have the jar of whatis: start it with spark.jars=whatis-batch.jar.")
    classify.register(java_session)
