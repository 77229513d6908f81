package whatis.batch.output;

/**
 * Why an image has no answer.
 *
 * @param code what programs tell it by
 * @param message a sentence for users
 */
public record Problem(String code, String message) {}
