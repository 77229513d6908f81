package whatis.classification.network;

/** Reports that int8 can't run as it is calibrated, or isn't calibrated at all. The message says what to do. */
public final class CalibrationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public CalibrationException(String message) {
        super(message);
    }

    public CalibrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
