package whatis.batch.input;

import java.io.IOException;

/** There is no image to classify, and trying again won't change that. The message is a sentence for users. */
public final class MissingImageException extends IOException {

    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code what programs tell it by */
    MissingImageException(String code, String message) {
        super(message);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
