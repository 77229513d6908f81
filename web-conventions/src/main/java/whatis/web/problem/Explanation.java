package whatis.web.problem;

import java.io.Serializable;
import org.springframework.http.HttpStatus;

/**
 * What clients and their authors are told about a problem.
 *
 * @param sentence what went wrong, for a message
 * @param cause what mostly leads to it
 * @param remedy what the client, or the operator, can do about it
 */
public record Explanation(HttpStatus status, String sentence, String cause, String remedy) implements Serializable {

    /** @throws IllegalArgumentException if HTTP has no such status */
    public Explanation(int status, String sentence, String cause, String remedy) {
        this(HttpStatus.valueOf(status), sentence, cause, remedy);
    }
}
