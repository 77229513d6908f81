package whatis.service.imagenet;

/**
 * What a class is, in a few words.
 *
 * @param source the dictionary that says so
 */
public record Definition(String text, String source) {}
