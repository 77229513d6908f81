package whatis.classification.calibration;

import java.util.List;
import whatis.classification.network.Calibration;

/**
 * What calibrating found out.
 *
 * @param met whether the aim is met
 * @param mostAlike the largest part of the pictures to which fp32 gives one label, 0 to 1
 * @param measured the precision that would run else, and int8
 */
public record Outcome(Calibration calibration, boolean met, double mostAlike, List<Measured> measured) {

    public Outcome {
        measured = List.copyOf(measured);
    }
}
