/** Compares what the variants measured: as JSON, as a table, and as a report with plots that says which design wins. */
@NullMarked
package whatis.experiment.report;

import org.jspecify.annotations.NullMarked;
