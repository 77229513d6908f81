package whatis.classification.calibration;

/**
 * How far answers are those of fp32.
 *
 * @param pictures how many were asked about
 * @param sameLabel how many got the same label
 * @param changed how many got another label, or are on the other side of the threshold
 */
public record Agreement(int pictures, int sameLabel, int changed) {

    /** Returns how many of a hundred pictures got the same label. */
    public double percentAgreeing() {
        return 100.0 * sameLabel / pictures;
    }

    /** Returns how many of a hundred answers changed. */
    public double percentChanged() {
        return 100.0 * changed / pictures;
    }
}
