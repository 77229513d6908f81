package whatis.classification.calibration;

/** Is told how far calibrating is. */
@FunctionalInterface
public interface CalibrationProgress {

    /**
     * Takes note of a step.
     *
     * @param done how many steps of the phase are done
     * @param of how many there are, at most
     */
    void at(Phase phase, int done, int of);
}
