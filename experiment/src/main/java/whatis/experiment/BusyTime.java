package whatis.experiment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Adds up the time in which at least one of many overlapping pieces of work was done. Safe for use by many threads. */
final class BusyTime {

    private record Interval(long begin, long end) {}

    private final List<Interval> intervals = new ArrayList<>();

    synchronized void add(long begin, long end) {
        intervals.add(new Interval(begin, end));
    }

    synchronized long nanos() {
        intervals.sort(Comparator.comparingLong(Interval::begin));
        long busy = 0;
        long until = Long.MIN_VALUE;
        for (Interval interval : intervals) {
            long from = Math.max(interval.begin(), until);
            if (interval.end() > from) {
                busy += interval.end() - from;
                until = interval.end();
            }
        }
        return busy;
    }
}
